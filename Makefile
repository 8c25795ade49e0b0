# Everything a developer types. `make` alone shows the list.
.DEFAULT_GOAL := help
.PHONY: help build check test soak device-test packages package-test class-lists lint format fuzz coverage conformance bench bench-fanout bench-gateways bench-jmh demo security clean

MVN   := ./mvnw -B --no-transfer-progress
JARS  := cloud-relay/target/fanlight-relay.jar edge-agent/target/fanlight-agent.jar
FUZZ_SECONDS ?= 60
RIG_ARCH ?= amd64
ARCHS ?= $(shell dpkg --print-architecture 2>/dev/null || echo amd64)
JMH ?= dev.fanlight
AUTOBAHN := target/autobahntestsuite-reports
TOOLS := pebble caddy haproxy nginx-light libnginx-mod-rtmp ffmpeg postgresql gcc libc6-dev libssl-dev python3 python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base \
	gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-plugins-ugly gstreamer1.0-tools vlc-bin vlc-plugin-base libsrt1.5-gnutls srt-tools \
	redis-server prometheus firefox-esr
START := $(shell date +%s)
TOOK   = @echo "make $@ took $$(($$(date +%s) - $(START))) s"

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build both jars, without tests
	$(MVN) -q package -DskipTests
	@ls -l $(JARS)

check: ## Unit tests of all modules and the rules of both languages, without a browser: for use while you work
	sh deploy/security/tools.sh postgresql
	$(MVN) -q -Pcheck test spotless:check
	sh web-client/npm.sh lint
	sh deploy/packages/lint.sh
	$(TOOK)

test: ## Everything a change can break, in a real browser too: what CI runs
	sh deploy/security/tools.sh $(TOOLS)
	sh web-client/e2e/chromium.sh
	sh deploy/bench/check.sh
	$(MVN) verify
	sh web-client/npm.sh e2e
	$(TOOK)

soak: ## Floods, churn, long waits and big numbers: the long form of the tests that have one
	sh deploy/security/tools.sh $(TOOLS)
	sh web-client/e2e/chromium.sh
	$(MVN) -Psoak package
	FANLIGHT_SOAK=true sh web-client/npm.sh e2e -- video.spec.ts sound.spec.ts
	$(TOOK)

device-test: $(JARS) ## The agent with cameras and a microphone in a virtual machine (RIG_ARCH=amd64 | arm64, deploy/rig/README.md)
	RIG_ARCH=$(RIG_ARCH) deploy/rig/device-test.sh
	$(TOOK)

packages: ## Debian packages and tarballs with Java inside, into target/packages (ARCHS="amd64 arm64", docs/releasing.md)
	sh deploy/packages/jars.sh $(ARCHS)
	sh deploy/packages/build.sh $(ARCHS)
	sh deploy/packages/sbom.sh
	$(TOOK)

package-test: ## Install, set up, watch, upgrade and purge the packages in fresh roots of Debian 12 and 13 (needs root and mmdebstrap)
	sh deploy/security/tools.sh mmdebstrap lintian
	lintian --fail-on error target/packages/*.deb
	deploy/packages/try.sh
	$(TOOK)

class-lists: $(JARS) ## Record which classes relay and agent load at their start, for the packages
	deploy/packages/class-lists.sh

coverage: ## Which lines the tests reach (target/site/jacoco of each module)
	$(MVN) -Pcoverage verify

lint: ## Check formatting and the rules of both languages
	$(MVN) -q test-compile spotless:check -DskipTests
	$(MVN) -q test-compile spotless:check -DskipTests -Pjmh -pl cloud-relay -am
	sh web-client/npm.sh lint

format: ## Put all sources into the house's format
	$(MVN) -q spotless:apply
	sh web-client/npm.sh format

fuzz: ## Look for inputs that break the readers (FUZZ_SECONDS each)
	for target in controlMessages mediaHeaders parameterSets; do \
	  JAZZER_FUZZ=1 $(MVN) -q -pl shared-protocol test -Dtest="DecoderFuzzTest#$$target" -Djazzer.max_duration=$(FUZZ_SECONDS)s || exit 1; \
	done
	for target in chunks hello; do \
	  JAZZER_FUZZ=1 $(MVN) -q -pl shared-protocol test -Dtest="RtmpFuzzTest#$$target" -Djazzer.max_duration=$(FUZZ_SECONDS)s || exit 1; \
	done
	for target in WebmFuzzTest#elements FlvFuzzTest#tags FlvFuzzTest#bodies RtspFuzzTest#requests RtspFuzzTest#transports; do \
	  JAZZER_FUZZ=1 $(MVN) -q -pl shared-protocol test -Dtest="$$target" -Djazzer.max_duration=$(FUZZ_SECONDS)s || exit 1; \
	done

conformance: ## Play the Autobahn suite against the relay's sockets (some 5 minutes)
	rm -rf $(AUTOBAHN)
	$(MVN) -q -pl cloud-relay -am -Pconformance integration-test -DskipTests
	java cloud-relay/src/test/java/dev/fanlight/relay/conformance/ConformanceReport.java $(AUTOBAHN)/index.json

bench: $(JARS) ## Measure capture to drawn, MSE against WebCodecs as the baseline, the time to a frame after an outage (FANLIGHT_RUNS each) and of a join (FANLIGHT_JOINS), and with FANLIGHT_MINUTES sound against video for so long
	sh web-client/e2e/chromium.sh
	sh web-client/npm.sh bench

bench-fanout: $(JARS) ## Compare the relay's fan-out with a C floor and what people use instead, in some 10 minutes (deploy/bench/README.md)
	deploy/bench/bench.py --n 500 --repeats 1 --seconds 4

bench-gateways: $(JARS) ## Measure the delay through each gateway beside node-media-server's, in a minute (Debian: srt-tools)
	deploy/bench/delay.py

bench-jmh: ## Measure the codecs and the delivery loop (JMH=REGEX and options)
	$(MVN) -q install -DskipTests -pl shared-protocol,web-client -am
	$(MVN) -q -pl cloud-relay -Pjmh integration-test -DskipTests -Djmh.args="$(JMH)"

security: $(JARS) ## Check the relay's TLS with testssl.sh, with BoringSSL and with the JDK's
	sh deploy/security/testssl.sh
	ENGINE=jdk sh deploy/security/testssl.sh

demo: ## Relay + agent on this computer (DEMO_SOURCE=test | file:PATH | /dev/video0, DEMO_LAN=1 for a phone on this network)
	@$(MAKE) -s --no-print-directory -q $(JARS) || { mkdir -p target; echo "Building Fanlight, some minutes the first time (log: target/build.log) …"; \
	  $(MAKE) --no-print-directory $(JARS) >target/build.log 2>&1 || { tail -n 30 target/build.log; echo "✗ The build failed, see target/build.log"; exit 1; }; }
	@bash deploy/demo/demo.sh || test $$? -eq 3 -o $$? -eq 130

clean: ## Remove what was built
	$(MVN) -q clean
	rm -rf web-client/dist web-client/node_modules web-client/test-results

$(JARS) &: $(shell git ls-files '*.java' '*.ts' '*.css' '*.html' '*pom.xml' '*.sql' 2>/dev/null)
	$(MVN) -q package -DskipTests
	@touch $(JARS)
