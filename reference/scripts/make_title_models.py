"""Learn what titles mean, and write the models that `reference.title_model` reads.

Run it after any change to the titles: `python -m reference.scripts.make_title_models`. The SSYK
group of each title in the Norwegian register is filled in first: among the groups that its
STYRK-08 group corresponds to, the one that Swedish titles say is likeliest.
"""

import csv

from reference.occupations import by_styrk08
from reference.tables import DATA, rows
from reference.title_examples import examples
from reference.title_learning import fit
from reference.title_model import TitleModel, place_of

REGISTER = "title_register_nb.csv"


def main() -> None:
    """Write the model of Sweden, the groups of Norwegian titles, and the model of Norway."""
    sweden = _make("SE")
    _place_norwegian_titles(sweden)
    _make("NO")


def _make(country: str) -> TitleModel:
    known = list(examples(country))
    model = fit(country, known)
    model.save(place_of(country))
    size = place_of(country).stat().st_size / 1e6
    print(f"{country}: {len(known):,} examples, {len(model.codes)} codes, {size:.1f} MB")
    return model


def _place_norwegian_titles(sweden: TitleModel) -> None:
    places = {code: place for place, code in enumerate(sweden.codes)}
    placed = []
    for row in rows(REGISTER):
        likely = sweden.likelihoods(row["title"])
        groups = [group.ssyk for group in by_styrk08(row["styrk08"])]
        best = max(groups, key=lambda ssyk: likely[places[ssyk]])
        placed.append((row["styrk08"], best, row["title"]))
    with (DATA / REGISTER).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("styrk08", "ssyk", "title"))
        table.writerows(placed)


if __name__ == "__main__":
    main()
