CREATE OR REPLACE PACKAGE BODY pkg_signaal AS

    PROCEDURE meld(p_nummer IN NUMBER) IS
    BEGIN
        IF pkg_uitkering.totaal(p_nummer) > 100000 THEN
            EXECUTE IMMEDIATE 'INSERT INTO signaal VALUES (:1)' USING p_nummer;
        END IF;
    END meld;

END pkg_signaal;
/
