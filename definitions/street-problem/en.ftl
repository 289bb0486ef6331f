title = Report a problem in the street
summary = Potholes, street lights, rubbish, dog mess, graffiti, drains, trees and abandoned vehicles.
start = Tell us what is wrong and where it is. You do not have to give your name. It takes about three minutes.

page-description = Anything else?
page-hole = About the hole
page-light = About the light
page-rubbish = About the rubbish
page-graffiti = About the graffiti
page-vehicle = About the vehicle

question-kind = What is the problem?
option-kind-pothole = A hole in the road
option-kind-pavement = A broken or uneven pavement
option-kind-street-light = A street light
option-kind-litter = Litter, or a street that needs cleaning
option-kind-fly-tip = Rubbish dumped (fly-tipping)
option-kind-dog-mess = Dog mess
option-kind-graffiti = Graffiti
option-kind-drain = A blocked drain or flooding
option-kind-tree = A tree or hedge
option-kind-sign = A sign, barrier or bench
option-kind-vehicle = An abandoned vehicle
option-kind-trolley = An abandoned shopping trolley
option-kind-other = Something else

question-hurt_now = Could someone be badly hurt right now?
question-hurt_now-hint = For example: bare wires, a very deep hole, a tree about to fall, a missing drain cover.
question-hurt_now-short = Could hurt someone now
question-hurt_now-yes = Yes
question-hurt_now-no = No

question-place = Where is it?
question-place-hint = Give the street and the nearest house number, shop or other landmark. Add the postcode if you know it.

question-hole_depth = How deep is the hole?
option-hole_depth-golf-ball = Less than a golf ball
option-hole_depth-fist = About as deep as a fist
option-hole_depth-deeper = Deeper than that
option-hole_depth-not-sure = I am not sure
question-hole_where = What is it in?
option-hole_where-road = The road
option-hole_where-cycle-lane = A cycle lane
option-hole_where-crossing = A crossing
option-hole_where-pavement = The pavement

question-light_fault = What is wrong with the light?
option-light_fault-out = It does not come on
option-light_fault-on-in-day = It is on in daylight
option-light_fault-flickering = It flickers or is dim
option-light_fault-damaged = The post or lamp is damaged
option-light_fault-wires = Wires can be seen
question-column_number = What is the number on the post?
question-column_number-hint = It is usually on a small plate at head height.

question-rubbish_what = What has been dumped?
option-rubbish_what-bags = Bags of rubbish
option-rubbish_what-furniture = Furniture, a mattress or a fridge
option-rubbish_what-building = Building waste
option-rubbish_what-garden = Garden waste
option-rubbish_what-tyres = Tyres
option-rubbish_what-chemicals = Chemicals, oil, gas bottles or asbestos
option-rubbish_what-needles = Needles
option-rubbish_what-other = Something else
question-rubbish_size = How much is there?
option-rubbish_size-bag = One bag or one thing
option-rubbish_size-boot = As much as a car boot
option-rubbish_size-van = As much as a van
option-rubbish_size-lorry = A lorry load or more

question-offensive = Is it offensive or does it threaten someone?
question-offensive-hint = For example: racist, sexual, or aimed at a person.
question-offensive-yes = Yes
question-offensive-no = No
question-graffiti_on = What is it on?
option-graffiti_on-council = Something the council looks after
option-graffiti_on-private = A private house, shop or wall
option-graffiti_on-not-sure = I am not sure

question-plate = What is the number plate?
question-plate-hint = Leave this empty if there is none.
question-vehicle_looks = What does it look like?
question-vehicle_looks-hint = For example: a small red car with flat tyres.
question-vehicle_since = When did you first see it there?

question-description = Is there anything else we should know?
question-photos = Photos
question-photos-hint = A photo shows us what is wrong and where. Leave out people’s faces if you can.

reason-usual = This is our usual time for this kind of problem.
reason-hurt-now = You told us someone could be badly hurt.
reason-wires = Bare wires are dangerous, so we come at once.
reason-harmful = What was dumped could harm people or animals.
reason-offensive = We remove offensive graffiti within one working day.
reason-deep = The hole is deep enough to damage a wheel or make someone fall.
reason-trip = A step or gap that deep in a pavement can make someone fall.
reason-clean = Street cleaning teams come round within three working days.
reason-light = Street lights are mended within five working days.
reason-vehicle = The law makes us look for the owner before we remove a vehicle.
reason-trunk-road = This is a trunk road, which National Highways looks after.
reason-outside = The place is outside our area.
reason-ours = The place is in our area.
reason-cleaning-team = The street cleaning team deals with this.
reason-lighting-team = The street lighting team deals with this.
reason-trees-team = The trees and parks team deals with this.
reason-parking-team = The parking team deals with abandoned vehicles.
reason-highways-team = The highways team deals with this.

to-national-highways = National Highways
to-national-highways-tell = You can call them on 0300 123 5000 at any time.
to-other-council = the council for that area
to-other-council-find = Find that council on GOV.UK
to-other-council-link = https://www.gov.uk/find-local-council

outcome-mended = Mended or cleared
outcome-made-safe = Made safe, full repair to follow
outcome-nothing-found = We went and found nothing wrong
outcome-nothing-found-desk = Visited, and nothing wrong was found
outcome-planned = Not urgent: it is in our list of planned work
outcome-planned-desk = Not urgent: on the list of planned work
outcome-not-ours = Not ours: passed on

next = We look at your report and send someone to see it. If you gave us an email or phone number, we tell you what we did.

# What the rules work out from the answers.
compute-here = It is in this council's area
compute-trunk_road = The place is on a motorway or trunk road: you named the road, or your position is within 50 metres of its middle
compute-harmful = There are needles or chemicals in the rubbish

delegated-seen-mended = End a report as mended when a picture shows it, unless somebody could be hurt
handover-street-works-messages = They find it sooner with what you write later.
seen-mended-picture = A picture that shows it mended
