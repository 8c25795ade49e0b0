package dev.fanlight.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelaySettingsTest {

    /** Another value than the default for each setting. */
    private static final Map<String, String> OTHER_VALUES = Map.ofEntries(
            Map.entry("http.port", "1"),
            Map.entry("http.plain_port", "2"),
            Map.entry("http.public_host", "cam.example.org"),
            Map.entry("http.public_url", "https://cam.example.org/cam"),
            Map.entry("http.trusted_proxies", "127.0.0.1"),
            Map.entry("http.plain_address", "::1"),
            Map.entry("http.insecure", "true"),
            Map.entry("http.behind_proxy", "true"),
            Map.entry("tls.mode", "files"),
            Map.entry("tls.certificate", "/etc/a.pem"),
            Map.entry("tls.key", "/etc/b.pem"),
            Map.entry("acme.directory", "https://acme.example.org/directory"),
            Map.entry("acme.email", "owner@example.org"),
            Map.entry("acme.accept_terms", "true"),
            Map.entry("acme.names", "www.example.org"),
            Map.entry("acme.http_port", "81"),
            Map.entry("acme.trust", "/etc/c.pem"),
            Map.entry("tls.server_key", "webpki"),
            Map.entry("limits.viewers", "3"),
            Map.entry("limits.cameras", "4"),
            Map.entry("limits.sockets_per_address", "8"),
            Map.entry("limits.connections_per_address", "12"),
            Map.entry("limits.connects_per_minute", "9"),
            Map.entry("limits.tries_per_minute", "11"),
            Map.entry("access.cameras_may_share", "chat"),
            Map.entry("access.cameras_learn_names", "off"),
            Map.entry("access.frame_ancestors", "https://www.example.org"),
            Map.entry("chat.keep", "5m"),
            Map.entry("chat.lines", "600"),
            Map.entry("fanout.merge_delay", "30ms"),
            Map.entry("ffmpeg.program", "/usr/bin/ffmpeg"),
            Map.entry("ffmpeg.children", "5"),
            Map.entry("transcode.cameras", "1"),
            Map.entry("transcode.encoder", "x264"),
            Map.entry("recording.folder", "/srv/recordings"),
            Map.entry("recording.keep", "3d"),
            Map.entry("recording.space", "64"),
            Map.entry("recording.free_percent", "20"),
            Map.entry("store.url", "postgresql://db.example.org/fanlight"),
            Map.entry("audit.keep", "30d"),
            Map.entry("admin.listen", "127.0.0.1:9464"),
            Map.entry("cluster.redis", "rediss://:hidden@redis.example.org/1"),
            Map.entry("cluster.redis_trust", "/etc/d.pem"),
            Map.entry("cluster.address", "wss://10.0.0.1:8443"),
            Map.entry("cluster.secret", "0123456789abcdef0123456789abcdef"),
            Map.entry("web_push.networks", "10.0.0.0/8"),
            Map.entry("server.loops", "7"));

    @Test
    void everySettingReachesTheConfiguration() {
        RelayConfig defaults = RelayConfig.of(read(Map.of()));
        for (Setting<?> setting : RelaySettings.ALL) {
            assertThat(OTHER_VALUES).containsKey(setting.key());
            Map<String, String> changed = Map.of(setting.key(), OTHER_VALUES.get(setting.key()));
            assertThat(RelayConfig.of(read(changed))).as(setting.key()).isNotEqualTo(defaults);
        }
    }

    @Test
    void everySettingIsInTheListAndSaysWhatItMeans() {
        long declared = Stream.of(
                        ListenConfig.class,
                        ProxyConfig.class,
                        CertificateConfig.class,
                        AcmeConfig.class,
                        LimitConfig.class,
                        AccessConfig.class,
                        ChatConfig.class,
                        FanOutConfig.class,
                        FfmpegConfig.class,
                        TranscodeConfig.class,
                        RecordingConfig.class,
                        StoreConfig.class,
                        MonitoringConfig.class,
                        ClusterConfig.class,
                        PushConfig.class)
                .flatMap(part -> Arrays.stream(part.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Field::getType)
                .filter(Setting.class::equals)
                .count();
        assertThat(RelaySettings.ALL).hasSize((int) declared);
        assertThat(RelaySettings.ALL)
                .allSatisfy(setting -> assertThat(setting.meaning()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "http.port,65536",
        "http.plain_port,-1",
        "http.public_host,https://cam.example.org",
        "http.public_url,cam.example.org/cam",
        "access.frame_ancestors,www.example.org",
        "access.frame_ancestors,https://www.example.org/page",
        "http.trusted_proxies,proxy.example.org",
        "http.trusted_proxies,10.0.0.0/33",
        "http.trusted_proxies,fd00::/129",
        "http.trusted_proxies,10.0.0.0/8/8",
        "http.plain_address,localhost",
        "http.insecure,yes",
        "http.behind_proxy,1",
        "tls.mode,letsencrypt",
        "acme.directory,http://acme.example.org",
        "acme.email,nobody",
        "acme.accept_terms,TRUE",
        "acme.names,*.example.org",
        "acme.http_port,65536",
        "tls.server_key,others",
        "ffmpeg.program,ffmpeg",
        "ffmpeg.children,0",
        "recording.folder,recordings",
        "recording.keep,400d",
        "recording.space,1",
        "recording.free_percent,0",
        "limits.viewers,0",
        "limits.cameras,x",
        "limits.sockets_per_address,0",
        "limits.connections_per_address,0",
        "limits.connects_per_minute,0",
        "limits.tries_per_minute,0",
        "chat.keep,1 day",
        "chat.lines,1",
        "fanout.merge_delay,2s",
        "admin.listen,localhost:9464",
        "admin.listen,127.0.0.1",
        "admin.listen,::1:9464",
        "admin.listen,[::1]:65536",
        "cluster.address,https://10.0.0.1:8443",
        "cluster.address,wss://10.0.0.1",
        "server.loops,65"
    })
    void wrongValueIsReportedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:hidden@",
                "redis://:hidden@redis.example.org/16",
                "redis://:hid den@redis.example.org",
                "redis://:hidden@redis.example.org:0",
                "redis://:hidden@redis.example.org?x=y",
                "http://:hidden@redis.example.org"
            })
    void wrongRedisUrlIsRefusedWithoutRepeatingItsPassword(String url) {
        assertThatThrownBy(() -> read(Map.of("cluster.redis", url)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cluster.redis")
                .hasMessageContaining("redis://USER:PASSWORD@HOST/DATABASE")
                .hasMessageNotContainingAny("hid", "den@");
    }

    @Test
    void shortClusterSecretIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> read(Map.of("cluster.secret", "tooshort")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cluster.secret")
                .hasMessageNotContaining("tooshort");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://relay:hidden@",
                "postgresql://relay:hidden@db.example.org",
                "postgresql://relay:hidden@db.example.org:0/fanlight",
                "postgresql://relay:hid den@db.example.org/fanlight",
                "postgresql://relay:hidden@db.example.org/fanlight?loggerFile=/tmp/log",
                "jdbc:sqlite:hidden",
                "mysql://relay:hidden@db.example.org/fanlight"
            })
    void wrongStoreUrlIsRefusedWithoutRepeatingItsPassword(String url) {
        assertThatThrownBy(() -> read(Map.of("store.url", url)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("store.url")
                .hasMessageContaining("postgresql://USER:PASSWORD@HOST/DATABASE")
                .hasMessageNotContainingAny("hid", "den@");
    }

    private static Settings read(Map<String, String> values) {
        return new SettingsReader(RelaySettings.ALL).overrides(values).read();
    }
}
