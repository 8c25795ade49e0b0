# The agent with FFmpeg's native libraries. Build the jar first (make build), then from the project's root:
#   docker build -f deploy/container/agent.Dockerfile -t fanlight-agent .
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
        libva2 libva-drm2 libdrm2 libxcb1 libxcb-shm0 libpulse0 libasound2-data \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --groups video --home-dir /data --shell /usr/sbin/nologin fanlight \
    && install -d -o fanlight -g fanlight -m 0700 /data
COPY edge-agent/target/fanlight-agent.jar /usr/share/fanlight/fanlight-agent.jar
USER fanlight
# MALLOC_MMAP_THRESHOLD_: frame buffers go back to the system when a camera is closed.
ENV STATE_DIRECTORY=/data LANG=C.UTF-8 ALSA_CONFIG_PATH=/usr/share/alsa/alsa.conf MALLOC_MMAP_THRESHOLD_=131072
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-jar", "/usr/share/fanlight/fanlight-agent.jar"]
CMD ["run"]
