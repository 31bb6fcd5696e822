      *-----------------------------------------------------------------
      * BYSINK   INKOMSTENRECORD                              LRECL 40
      *          SOORT  L LOON   A ALIMENTATIE   U UITKERING   O OVERIG
      *-----------------------------------------------------------------
       01  INK-RECORD.
           05  INK-CLIENTNR            PIC 9(7).
           05  INK-SOORT               PIC X.
           05  INK-PERIODE.
               10  INK-PER-JJ          PIC 99.
               10  INK-PER-MM          PIC 99.
           05  INK-BEDRAG              PIC 9(5)V99.
           05  INK-VRIJ                PIC X.
           05  INK-BRON                PIC X(15).
           05  FILLER                  PIC X(5).
