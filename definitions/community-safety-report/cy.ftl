title = Rhoi gwybod am drosedd, casineb neu ymddygiad gwrthgymdeithasol
summary = Sŵn, bygythiadau, gwerthu cyffuriau, casineb, neu gymdogion sy'n gwneud eich bywyd yn anodd. Nid oes rhaid i chi roi eich enw.
today = Os yw rhywun mewn perygl nawr, ffoniwch 999. Fel arall, ffoniwch y tîm diogelwch cymunedol neu dewch i ganolfan cwsmeriaid. Nid oes rhaid i chi roi eich enw. Rhowch ffordd ddiogel ac amser diogel i ni gysylltu â chi. Gallwch hefyd ffonio'r heddlu ar 101, neu Crimestoppers ar 0800 555 111 heb roi eich enw.
