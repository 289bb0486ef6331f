title = Resident parking permit
summary = Park near your home if you live in a permit zone: a new permit, a renewal or a different vehicle.
today = Ring the parking team or come to a customer centre. Have ready the number plate, the log book or lease in your name, and something that shows your address. Most permits are ready the same day. If you cannot ring or come, ask us to call you back.
