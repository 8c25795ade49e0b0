package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ChatLog.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that a relay with migrations V1 to V4 made and filled keeps everything that could be reached. */
class UpgradeTest {

    private static final CameraName FRONT = new CameraName("front");
    private static final CameraName BACK = new CameraName("back");
    private static final CameraName SHED = new CameraName("shed");

    @TempDir
    private Path temp;

    private RelayStore store;

    @BeforeEach
    void upgrade() throws IOException, SQLException {
        Path file = temp.resolve("relay.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                InputStream dump = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("v4.sql"))) {
            String text = new String(dump.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : Pattern.compile(";\n").splitAsStream(text).toList()) {
                statement.execute(sql);
            }
        }
        Clock then = Clock.fixed(Instant.ofEpochSecond(1_795_219_200L), ZoneOffset.UTC);
        store = StoreKind.open(Dialect.sqlite(file), then);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void camerasLinksDevicesAndTheOwnerAreWhatTheyWere() {
        assertThat(store.cameras().list()).extracting(CameraRecord::name).containsExactly(BACK, FRONT, SHED);
        assertThat(store.cameras().find(FRONT).orElseThrow().title()).isEqualTo("Front door");
        assertThat(store.cameras().find(BACK).orElseThrow().isPaused()).isTrue();
        assertThat(store.devices().of(FRONT).orElseThrow().publicKey()).isEqualTo("key-two");
        assertThat(store.devices().of(BACK).orElseThrow().publicKey()).isEqualTo("key-back");
        assertThat(store.links().list(Optional.empty())).hasSize(3);
        assertThat(store.owner().passwordHash()).contains("$argon2id$hash");
        assertThat(store.owner().sessions()).hasSize(1);
        assertThat(store.tokens().list()).hasSize(1);
        assertThat(store.audit().newest(Long.MAX_VALUE, 10, false)).hasSize(2);
    }

    @Test
    void chatsStayWithTheirCamera() {
        Opening front = store.chatLines().open(FRONT, 10);
        assertThat(front.lastSeq()).isEqualTo(3);
        assertThat(front.lines()).extracting(ChatLine::text).containsExactly("line 0", "line 1", "line 2");
        assertThat(front.lines().get(0).badge()).contains(Badge.MODERATOR);
        assertThat(front.lines().get(1).isVisible()).isFalse();
        assertThat(front.names()).isEqualTo(Map.of("p1", "Berta"));
        assertThat(store.chatModeration().inForce(FRONT, 0).mode().slowSeconds())
                .isEqualTo(5);
        assertThat(store.chatModeration().inForce(FRONT, 0).sanctions()).hasSize(1);
        assertThat(store.chatLines().open(SHED, 10).lines())
                .extracting(ChatLine::text)
                .containsExactly("in the garage");
    }

    @Test
    void upgradedDatabaseTakesAllKindsOfChanges() {
        store.cameras().rename(SHED, new CameraName("garden"));
        assertThat(store.chatLines().open(new CameraName("garden"), 10).lines()).hasSize(1);
        store.devices().approve(FRONT, "key-three");
        assertThat(store.cameras().remove(FRONT)).isTrue();
        assertThat(store.cameras().list()).hasSize(2);
    }
}
