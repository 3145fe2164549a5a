"""What address lists call their columns. All names normalised (lower case, no punctuation)."""


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(","))


# Per target, the surest name first.
HEADERS: dict[str, tuple[str, ...]] = {
    "street": _names(
        "straat, straatnaam, straat naam, adres straat, openbare ruimte, openbareruimte, "
        "naam openbare ruimte, openbareruimtenaam, street, weg"
    ),
    "house_number": _names("huisnummer, huisnr, huis nr, hnr, huis nummer, house number, nr, nummer, number"),
    "addition": _names(
        "toevoeging, huisnummertoevoeging, huisnummer toevoeging, toev, huisletter, letter, "
        "huisnr toevoeging, nr toevoeging, hnr toevoeging, hnr toev, huisnr toev, "
        "bag toevoeging, bag letter, suffix, addition"
    ),
    "number_and_addition": _names("huisnummer en toevoeging, nummer en toevoeging"),
    "full_address": _names(
        "adres, volledig adres, adresregel, adresregel 1, adres 1, objectadres, object adres, vhe adres,"
        "woonadres, straat en huisnummer, straat huisnummer, straat nr, adresgegevens, address, woning"
    ),
    "postcode": _names(
        "postcode, post code, pc, pc6, zip, zipcode, postal code, postcode cijfers, postcode letters,"
        "postcode cijfer, postcode letter, pc4"
    ),
    "postcode_and_city": _names(
        "postcode plaats, postcode woonplaats, postcode en plaats, postcode en woonplaats, pc plaats,"
        "postcodeplaats, adresregel 2"
    ),
    "city": _names("plaats, woonplaats, plaatsnaam, woonplaatsnaam, stad, dorp, city, gemeente"),
    "block": _names(
        "blok, deelbuurt, bouwblok, bloknaam, blok deelbuurt, deelgebied, cluster, block, gebied, "
        "complexnaam, complex, complexnummer, flat, gebouw, buurtdeel, wijkdeel, buurt, buurtnaam, wijk, "
        "wijknaam, stadsdeel, portiek, fase"
    ),
    "dwelling_type": _names(
        "woningtype, type woning, soort woning, woningsoort, vhe type, type vhe, objecttype, gebouwtype,"
        "dwelling type, type, soort"
    ),
    "year_built": _names(
        "bouwjaar, bouwjaar pand, bouw jaar, year built, jaar oplevering, opleverjaar, jaar"
    ),
}

# Endings of street names, for columns whose name says nothing.
STREET_ENDINGS = _names(
    "straat, laan, weg, plein, pad, hof, kade, singel, dijk, gracht, steeg, dreef, park, baan, ring,"
    "plantsoen, markt, wal, erf, burg, veld, akker, kamp, oord, str"
)
