"""The candidates of the example of the field (domain.md 13.3), entered as five assessors would."""

NAMES = ("Rumus", "Tarik", "Manfaat", "Unik", "Mitra", "Kembang", "Langsung", "Sumber daya", "Risiko")
TABLE = {
    "DESAKU TUNTAS": ("GOV", "Disdukcapil", "4,0 3,4 4,0 3,0 3,2 3,6 3,2 3,0 3,4", "3,42"),
    "MATIC": ("BRD", "Disbudpar", "3,2 3,4 2,8 3,0 2,6 3,4 2,4 2,2 2,6", "2,84"),
    "E-AGRIPROP": ("ECO", "Distan", "3,4 2,6 3,2 2,6 2,4 3,0 2,4 2,4 2,6", "2,73"),
    "Smart Health": ("LIV", "Dinkes", "3,6 3,2 3,8 2,8 3,0 3,6 3,0 2,6 3,0", "3,18"),
    "CONTRA WAR": ("SOC", "DPPKB", "3,4 2,8 3,4 3,2 3,0 3,0 2,8 2,6 2,8", "3,00"),
    "Edu Sampah Cipta Kerja": ("ENV", "DLH", "3,6 3,8 3,8 3,4 3,4 3,6 3,2 3,0 3,0", "3,42"),
}
JUDGES = ("Ratna", "Budi", "Sari", "Joko", "Wati")


def whole(mean):
    """Return five whole scores with this mean, as near to one another as can be."""
    low, more = divmod(round(float(mean.replace(",", ".")) * 5), 5)
    return [low + 1] * more + [low] * (5 - more)


def nominate(desk, *, gates=True):
    """Enter the six candidates on the sheets of their dimensions; return their rows by name."""
    from smartcity_desktop.domain.opd import OpdRow

    desk.opd.add([OpdRow(f"Dinas {short}", short) for _, short, _, _ in TABLE.values()])
    opds = {item.short: item.id for item in desk.opd.opds()}
    desk.document.paste("misi", "Layanan publik yang mudah")
    point = desk.document.points("misi")[0].id
    sheet = desk.worksheet.find("L10").id
    homes = {place.short: place.party for place in desk.worksheet.places(sheet)}
    rows = {}
    for name, (code, short, _, _) in TABLE.items():
        (row,) = desk.worksheet.new_rows(1)
        cells = [(row, "name", name), (row, "opd", opds[short])]
        if gates:
            cells += [(row, "months", "12"), (row, "fund", "APBD"), (row, "point", point)]
        desk.worksheet.set_cells(sheet, homes[code], cells)
        rows[name] = row
    return rows


def score(desk, rows, judges=JUDGES):
    """Let the assessors score all nine criteria so that the means are those of the example."""
    sheet = desk.worksheet.find("L10N").id
    desk.worksheet.add_assessors(sheet, judges)
    parties = [item.id for item in desk.worksheet.assessors(sheet)]
    keys = [item.key for item in desk.worksheet.grid(sheet, parties[0]).columns if item.kind == "score"]
    for place, party in enumerate(parties[:5]):
        cells = [
            (rows[name], key, str(whole(mean)[place]))
            for name, (_, _, means, _) in TABLE.items()
            for key, mean in zip(keys, means.split(), strict=True)
        ]
        desk.worksheet.set_cells(sheet, party, cells)
    return parties
