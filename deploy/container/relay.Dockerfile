# The relay alone: a JRE, one jar, libsrt, and the libraries that the FFmpeg in the jar is linked with. Build the jar first (make build), then from the project's root:
#   docker build -f deploy/container/relay.Dockerfile -t fanlight-relay .
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless libasound2 libpulse0 libxcb-shm0 libxcb1 libsrt1.5-gnutls \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --home-dir /data --shell /usr/sbin/nologin fanlight \
    && install -d -o fanlight -g fanlight -m 0700 /data
COPY cloud-relay/target/fanlight-relay.jar /usr/share/fanlight/fanlight-relay.jar
USER fanlight
ENV STATE_DIRECTORY=/data
VOLUME /data
EXPOSE 8443
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-Xmn16m", "-Xms160m", "-XX:MetaspaceSize=96m", "-XX:FreqInlineSize=50", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-jar", "/usr/share/fanlight/fanlight-relay.jar"]
CMD ["serve"]
