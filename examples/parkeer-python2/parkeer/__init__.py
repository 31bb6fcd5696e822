# -*- coding: latin-1 -*-
"""Parkeervergunningen gemeente Meerwijk: maandelijkse incassobatch."""

__version__ = '2.4.1'
__author__ = 'Reinout Spaanderhoek'
