-- Tabellen van de uitkeringsadministratie.
CREATE TABLE client (
    nummer   NUMBER(8)    NOT NULL PRIMARY KEY,
    naam     VARCHAR2(40) NOT NULL
);

CREATE TABLE uitkering (
    nummer   NUMBER(8)    NOT NULL REFERENCES client,
    bedrag   NUMBER(9,2)  NOT NULL,
    status   CHAR(1)      NOT NULL
);

CREATE TABLE norm (
    code     CHAR(1)      NOT NULL PRIMARY KEY,
    bedrag   NUMBER(9,2)  NOT NULL
);

CREATE TABLE logboek (
    moment   DATE         NOT NULL,
    nummer   NUMBER(8)    NOT NULL
);
