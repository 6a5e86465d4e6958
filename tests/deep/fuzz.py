"""Fuzzing led by coverage: any bytes in any file of a school end in findings or pages, soon.

`python -m tests.deep.fuzz SECONDS`; what crashes is kept in `build/fuzz/`, and the exit code says so.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["kdcl_site"]):
    from tests.building.damage import FILES, SECONDS, lay_out, survives

NAMES = sorted(FILES)
BUILD = Path(__file__).parents[2] / "build" / "fuzz"


def main(seconds: int) -> None:
    """Fuzz for so many seconds, from the files of the sound school on; does not return."""
    shutil.rmtree(BUILD, ignore_errors=True)
    corpus = BUILD / "corpus"
    corpus.mkdir(parents=True)
    for index, name in enumerate(NAMES):
        (corpus / str(index)).write_bytes(bytes([index]) + FILES[name].encode())
    words = sorted({word.strip('"{}[],') for text in FILES.values() for word in text.replace(":", " ").split()})
    spelled = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words if word)
    (BUILD / "words").write_text("".join(f'"{word}"\n' for word in spelled), "ascii")
    limits = [f"-max_total_time={seconds}", f"-timeout={SECONDS}", "-max_len=8000", "-rss_limit_mb=1000"]
    told = [f"-dict={BUILD / 'words'}", f"-artifact_prefix={BUILD}/", "-print_final_stats=1", "-verbosity=0"]
    with TemporaryDirectory() as folder:
        school = Path(folder) / "th-mau"

        def try_one(data: bytes) -> None:
            name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
            (lay_out(school) / name).write_bytes(data[1:])
            survives(school)

        atheris.Setup([sys.argv[0], str(corpus), *limits, *told], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]))
