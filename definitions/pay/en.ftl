title = Pay the council
summary = Pay council tax, rent, a parking penalty, a fee or an invoice.
today = Ring us and pay by card; we never write your card number down. You can also pay in cash with the barcode on your bill at many shops and post offices, or by bank transfer with your account number. If you cannot pay, ring us first: we can agree smaller payments with you.
