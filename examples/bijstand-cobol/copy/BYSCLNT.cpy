      *-----------------------------------------------------------------
      * BYSCLNT  CLIENTRECORD BIJSTAND                       LRECL 180
      *          GEBRUIK: COPY BYSCLNT REPLACING ==:X:== BY ==PREFIX==
      *-----------------------------------------------------------------
       01  :X:-RECORD.
           05  :X:-CLIENTNR            PIC 9(7).
           05  :X:-BSN-X               PIC X(9).
           05  :X:-BSN REDEFINES :X:-BSN-X
                                       PIC 9(9).
           05  :X:-BSN-R REDEFINES :X:-BSN-X.
               10  :X:-BSN-CIJFER      PIC 9       OCCURS 9.
           05  :X:-NAAM                PIC X(25).
           05  :X:-VOORL               PIC X(6).
           05  :X:-GEBDAT              PIC 9(6).
           05  :X:-ADRES               PIC X(24).
           05  :X:-POSTCODE.
               10  :X:-PC-CIJFERS      PIC X(4).
               10  :X:-PC-LETTERS      PIC X(2).
           05  :X:-WOONPLAATS          PIC X(18).
           05  :X:-IBAN                PIC X(18).
           05  :X:-IBAN-R REDEFINES :X:-IBAN.
               10  :X:-IBAN-LAND       PIC X(2).
               10  :X:-IBAN-CONTR      PIC X(2).
               10  :X:-IBAN-BANK       PIC X(4).
               10  :X:-IBAN-REK        PIC 9(10).
           05  :X:-TELEFOON            PIC X(12).
           05  :X:-LEEFVORM            PIC X.
               88  :X:-ALLEENSTAAND    VALUE 'A'.
               88  :X:-OUDER           VALUE 'O'.
               88  :X:-GEHUWD          VALUE 'G'.
           05  :X:-WOONSIT             PIC X.
               88  :X:-ZELFSTANDIG     VALUE 'Z'.
               88  :X:-INRICHTING      VALUE 'I'.
               88  :X:-KOSTENDELER     VALUE 'D'.
           05  :X:-MEDEBEW             PIC 9.
           05  :X:-VERMOGEN            PIC 9(7)V99.
           05  :X:-INGANGSDAT          PIC 9(6).
           05  :X:-EINDDAT             PIC 9(6).
           05  :X:-MAATREGEL           PIC 9(3).
           05  :X:-CONSULENT           PIC X(3).
           05  :X:-WIJK                PIC 9(2).
           05  FILLER                  PIC X(17).
