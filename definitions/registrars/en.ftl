title = Births, deaths, marriages and copy certificates
summary = Book a time to register a birth or a death, give notice of marriage or civil partnership, or order a copy of a certificate.
today = Ring the registrars to book a time. The law says a person has to come and sign. Register a birth within 42 days, and a death within 5 days of the medical examiner sending us the papers. For a copy of a certificate, tell us the names, the date and the place; we post it to you. We can book an interpreter.
