#!/bin/ksh
# Na de nachtverwerking: tabellen nalopen en een overzicht afdrukken.
. $KETEN_HOME/bin/omgeving.ksh

controleer() {
    sqlplus -s "$KETEN_DB" @sql/schema.sql
}

controleer
java -cp keten.jar nl.meerwijk.keten.Overzicht "$KETEN_JDBC" 1
