title = Housing benefit: make a new claim
summary = Help with your rent if you are over pension age, or live in supported or temporary housing. Help with council tax on a low income.
today = Ring the benefits team today, even if you do not have every paper yet: your claim can start from the day you first contact us. Most people of working age have to claim Universal Credit for their rent instead; we can tell you which. We can fill in the form with you by phone, at a customer centre or at home.
