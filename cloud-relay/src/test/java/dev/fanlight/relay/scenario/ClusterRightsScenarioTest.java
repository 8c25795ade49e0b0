package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.relay.testing.TestApi;
import dev.fanlight.relay.testing.TestCluster;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRightsScenarioTest {

    private static final int LINK_ENDED = 4405;
    private static final int JOINS = 20;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private TestApi host;

    @BeforeEach
    void start() {
        cluster = TestCluster.start(folder, 3);
        host = cluster.relay(0).host();
        cluster.relay(0).invite("front");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void linkThatIsRevokedOnOneNodeIsCutOnAll() {
        JsonObject link = link(new JsonObject().put("can", "watch"));
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            viewers.add(watching(cluster.relay(i), link));
        }
        viewers.forEach(viewer -> Await.until("it is admitted", () -> viewer.order.contains("welcome")));
        host.delete("/links/" + link.getString("id")).expect(204);
        viewers.forEach(viewer -> viewer.assertClosed(LINK_ENDED, "link_ended"));
    }

    @Test
    void asManyWatchWithALinkOnAllNodesTogetherAsItAllows() {
        JsonObject link = link(new JsonObject().put("can", "watch").put("max_viewers", 1));
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < JOINS; i++) {
            viewers.add(watching(cluster.relay(i % 3), link));
        }
        viewers.forEach(viewer -> Await.until("it is answered", () -> viewer.isClosed() || isIn(viewer)));
        List<TestViewer> admitted =
                viewers.stream().filter(ClusterRightsScenarioTest::isIn).toList();
        assertThat(admitted).hasSize(1);
        admitted.get(0).kill();
        Await.until("its place is free on every node", () -> {
            TestViewer next = watching(cluster.relay(2), link);
            Await.until("it is answered", () -> next.isClosed() || isIn(next));
            return isIn(next);
        });
    }

    private static boolean isIn(TestViewer viewer) {
        return viewer.order.contains("welcome");
    }

    private static TestViewer watching(TestRelay relay, JsonObject link) {
        TestViewer viewer = relay.viewer();
        viewer.watch("front", key(link));
        return viewer;
    }

    private static String key(JsonObject link) {
        String url = link.getJsonArray("urls").getString(0);
        return url.substring(url.indexOf('#') + 1);
    }

    private JsonObject link(JsonObject settings) {
        return host.post("/cameras/front/links", settings).expect(201).json();
    }
}
