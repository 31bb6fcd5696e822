      * DCLGEN VAN TABEL UITKERING
           EXEC SQL DECLARE UITKERING TABLE
           ( NUMMER INTEGER NOT NULL,
             BEDRAG DECIMAL(9,2) NOT NULL,
             STATUS CHAR(1) NOT NULL
           ) END-EXEC.
       01  UK-UITKERING.
           05  UK-NUMMER           PIC S9(9) COMP.
           05  UK-BEDRAG           PIC S9(7)V99 COMP-3.
           05  UK-STATUS           PIC X.
