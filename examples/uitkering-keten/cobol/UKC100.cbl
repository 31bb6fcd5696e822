       IDENTIFICATION DIVISION.
       PROGRAM-ID.    UKC100.
      *-----------------------------------------------------------------
      * UITKERING - ZOEKSCHERM (CICS)
      *-----------------------------------------------------------------
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       COPY UKM100.
       COPY DFHAID.
       COPY UKREKEN.
       PROCEDURE DIVISION.
       0000-HOOFD.
           EXEC CICS RECEIVE MAP('ZOEK') MAPSET('UKM100') END-EXEC.
           IF EIBAID = DFHPF3
               EXEC CICS XCTL PROGRAM('UKC000') END-EXEC
           END-IF.
           EXEC CICS READ FILE('UKKLANT') INTO(UK-REKEN)
                     RIDFLD(RK-NUMMER) END-EXEC.
           EXEC CICS LINK PROGRAM('UKS100') COMMAREA(UK-REKEN)
           END-EXEC.
           EXEC CICS SEND MAP('ZOEK') MAPSET('UKM100') END-EXEC.
           EXEC CICS RETURN TRANSID('UK01') END-EXEC.
