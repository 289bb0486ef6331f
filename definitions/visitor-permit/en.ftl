title = Visitor parking permit
summary = Let your visitors, carers or builders park near your home in a permit zone.
today = Ring the parking team or come to a customer centre with something that shows your address. You can buy visitor sessions for the next few days or a book for later. If you look after someone or someone looks after you, say so: you may pay less.
