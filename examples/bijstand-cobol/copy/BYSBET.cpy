      *-----------------------------------------------------------------
      * BYSBET   BETAALRECORD                                LRECL 120
      *          GEBRUIK: COPY BYSBET REPLACING ==:X:== BY ==PREFIX==
      *-----------------------------------------------------------------
       01  :X:-RECORD.
           05  :X:-CLIENTNR            PIC 9(7).
           05  :X:-BSN                 PIC 9(9).
           05  :X:-NAAM                PIC X(25).
           05  :X:-VOORL               PIC X(6).
           05  :X:-IBAN                PIC X(18).
           05  :X:-WIJK                PIC 9(2).
           05  :X:-CONSULENT           PIC X(3).
           05  :X:-PERIODE             PIC 9(4).
           05  :X:-VERWERKDAT          PIC 9(6).
           05  :X:-NORMCODE            PIC X(2).
           05  :X:-DAGEN               PIC 9(2).
           05  :X:-BEDRAGEN            COMP-3.
               10  :X:-NORM            PIC S9(5)V99.
               10  :X:-INKOMST         PIC S9(5)V99.
               10  :X:-VRIJLATING      PIC S9(5)V99.
               10  :X:-STRAF           PIC S9(5)V99.
               10  :X:-VAKANTIE        PIC S9(5)V99.
               10  :X:-UITBETALEN      PIC S9(5)V99.
           05  FILLER                  PIC X(12).
