      * REKENGEBIED: WAT DE REKENMODULE KRIJGT EN TERUGGEEFT
       01  UK-REKEN.
           05  RK-NUMMER           PIC 9(8).
           05  RK-BEDRAG           PIC S9(7)V99.
           05  RK-CODE             PIC 99.
