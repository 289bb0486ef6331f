title = Council tax: pay by direct debit
summary = Set up, change or cancel a direct debit for your council tax.
today = Ring the council tax team with your account number and your bank details, or ask us to post you a form. You must be able to sign for the account on your own. You can choose the day of the month. We write to you before we take any money.
