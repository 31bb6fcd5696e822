CREATE OR REPLACE PACKAGE BODY pkg_uitkering AS

    PROCEDURE log_betaling(p_nummer IN NUMBER) IS
    BEGIN
        INSERT INTO logboek (moment, nummer) VALUES (SYSDATE, p_nummer);
        pkg_signaal.meld(p_nummer);
    END log_betaling;

    FUNCTION totaal(p_nummer IN NUMBER) RETURN NUMBER IS
        v_som NUMBER;
    BEGIN
        SELECT SUM(bedrag) INTO v_som FROM uitkering WHERE nummer = p_nummer;
        RETURN v_som;
    END totaal;

END pkg_uitkering;
/
