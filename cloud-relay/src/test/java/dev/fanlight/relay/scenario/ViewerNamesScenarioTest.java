package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.Features;
import dev.fanlight.protocol.agent.Accepted;
import dev.fanlight.protocol.agent.Authenticate;
import dev.fanlight.protocol.agent.Demand;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.agent.NamedViewer.Way;
import dev.fanlight.protocol.chat.Rename;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.protocol.player.Latency;
import dev.fanlight.protocol.player.MediaDelivery;
import dev.fanlight.protocol.player.Prefer;
import dev.fanlight.protocol.player.Quality;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.testing.FlvPlayer;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People at a camera learn who watches it, where its agent takes that and the owner allows it. */
class ViewerNamesScenarioTest {

    @TempDir
    private Path temp;

    private Optional<TestRelay> started = Optional.empty();

    @AfterEach
    void stop() {
        started.ifPresent(TestRelay::close);
    }

    /** One that tells what {@code names} says, and serves FLV. */
    private TestRelay relay(String names) {
        TestRelay relay = TestRelay.start(
                temp.resolve("state"),
                Map.of("access.cameras_learn_names", names),
                CertificateSchedule.STANDARD,
                FlvPlayer.gateways());
        started = Optional.of(relay);
        return relay;
    }

    private TestRelay relay() {
        return relay("labels");
    }

    /** One that takes names, and a feature that no relay knows. */
    private static TestAgent agent(TestRelay relay, TestCamera camera) {
        DeviceKey key = DeviceKey.generate(new SecureRandom());
        String device = relay.agent().join(camera.invitation(), key);
        TestAgent agent = relay.agent();
        Authenticate answer = agent.answer(device, key, agent.serverKey());
        agent.send(new Authenticate(
                answer.device(),
                answer.serverKey(),
                answer.signature(),
                answer.agent(),
                new Features(List.of(Features.WATCHING, "tomorrow"))));
        agent.expect(Accepted.class);
        return agent;
    }

    private static String key(TestRelay relay, String label) {
        JsonObject link = new JsonObject().put("can", "chat").put("label", label);
        return relay.host()
                .post("/cameras/front/links", link)
                .expect(201)
                .json()
                .getJsonArray("urls")
                .getString(0)
                .replaceAll(".*#", "");
    }

    private static TestViewer watching(TestRelay relay, TestCamera camera, String key) {
        TestViewer viewer = relay.viewer();
        viewer.watch(camera.name(), key);
        viewer.expect(Welcome.class);
        return viewer;
    }

    private static void expect(TestAgent agent, NamedViewer... members) {
        Demand demand = agent.expect(Demand.class);
        while (!demand.watching().equals(Optional.of(List.of(members)))) {
            assertThat(demand.watching().orElseThrow().size())
                    .as("never more names than viewers")
                    .isLessThanOrEqualTo(demand.viewers());
            demand = agent.expect(Demand.class);
        }
        assertThat(demand.viewers()).isEqualTo(members.length);
    }

    private static NamedViewer byLink(String label) {
        return new NamedViewer(Way.LINK, Optional.of(label), Optional.empty(), Optional.empty());
    }

    @Test
    void theAgentLearnsWhoWatchesTogetherWithTheNumber() {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        expect(agent);
        TestViewer ann = watching(relay, front, key(relay, "family"));
        Demand first = agent.expect(Demand.class);
        assertThat(first.viewers()).isEqualTo(1);
        assertThat(first.watching()).as("in the first message").contains(List.of(byLink("family")));
        TestViewer bob = watching(relay, front, key(relay, "neighbours"));
        expect(agent, byLink("family"), byLink("neighbours"));
        ann.kill();
        expect(agent, byLink("neighbours"));
        bob.kill();
        expect(agent);
    }

    @Test
    void aNameThatAViewerChoosesReachesTheCamera() {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        TestViewer viewer = watching(relay, front, front.watchKey());
        expect(agent, new NamedViewer(Way.LINK, Optional.empty(), Optional.empty(), Optional.empty()));
        viewer.send(new Rename("Ann"));
        viewer.expect(Renamed.class);
        expect(agent, new NamedViewer(Way.LINK, Optional.empty(), Optional.of("Ann"), Optional.empty()));
    }

    @Test
    void whatTheOwnerCallsALinkStaysWithTheOwnerUnlessTheyWantOtherwise() {
        TestRelay relay = TestRelay.start(temp.resolve("state"));
        started = Optional.of(relay);
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        watching(relay, front, key(relay, "family"));
        expect(agent, new NamedViewer(Way.LINK, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void whoHasHiddenThePageIsNotThereAndVisitorsAndPlayersAre() throws Exception {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        relay.host()
                .patch("/cameras/front", new JsonObject().put("visibility", "public"))
                .expect(200);
        TestViewer visitor = relay.viewer();
        visitor.watch("front");
        visitor.expect(Welcome.class);
        NamedViewer page = new NamedViewer(Way.VISITOR, Optional.empty(), Optional.empty(), Optional.empty());
        NamedViewer player = new NamedViewer(Way.LINK, Optional.of("television"), Optional.empty(), Optional.of("flv"));
        expect(agent, page);
        try (FlvPlayer flv = FlvPlayer.open(relay, "front", "?key=" + key(relay, "television"))) {
            assertThat(flv.response.statusCode()).isEqualTo(200);
            expect(agent, page, player);
            visitor.send(new Prefer(Quality.AUTO, Latency.NORMAL, MediaDelivery.NONE));
            expect(agent, player);
            visitor.send(new Prefer(Quality.AUTO, Latency.NORMAL, MediaDelivery.ALL));
            expect(agent, page, player);
        }
    }

    @Test
    void noViewerIsNamedWhileTheOwnerHasPausedTheCamera() {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        watching(relay, front, key(relay, "family"));
        expect(agent, byLink("family"));
        relay.host().post("/cameras/front/pause").expect(204);
        expect(agent);
        relay.host().post("/cameras/front/resume").expect(204);
        expect(agent, byLink("family"));
    }

    @Test
    void moreThanSixteenAreCountedAndTheFirstAreNamedAndALongLabelIsCut() {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        String label = "x".repeat(100);
        watching(relay, front, key(relay, label));
        expect(agent, byLink("x".repeat(NamedViewer.MAX_TEXT - 1) + "…"));
        String crowd = key(relay, "crowd");
        for (int i = 0; i < NamedViewer.MAX_LISTED; i++) {
            watching(relay, front, crowd);
        }
        Demand demand = agent.expect(Demand.class);
        while (demand.viewers() <= NamedViewer.MAX_LISTED) {
            demand = agent.expect(Demand.class);
        }
        assertThat(demand.watching().orElseThrow()).hasSize(NamedViewer.MAX_LISTED);
        assertThat(demand.watching().orElseThrow().get(0).label().orElseThrow()).startsWith("xxx");
    }

    @Test
    void anOlderAgentGetsTheNumberAlone() {
        TestRelay relay = relay();
        TestCamera front = relay.invite("front");
        TestAgent agent = relay.publishing(front);
        TestViewer viewer = watching(relay, front, key(relay, "family"));
        Demand demand = agent.expect(Demand.class);
        while (demand.viewers() == 0) {
            demand = agent.expect(Demand.class);
        }
        assertThat(demand.watching()).isEmpty();
        viewer.kill();
        assertThat(agent.expect(Demand.class).viewers()).as("the next message").isZero();
    }

    @Test
    void theOwnerMayKeepNamesFromCamerasAndPagesKnowEither() {
        TestRelay relay = relay("off");
        TestCamera front = relay.invite("front");
        TestAgent agent = agent(relay, front);
        TestViewer viewer = relay.viewer();
        viewer.watch("front", key(relay, "family"));
        assertThat(viewer.expect(Welcome.class).features().has(Features.WATCHING))
                .isFalse();
        Demand demand = agent.expect(Demand.class);
        while (demand.viewers() == 0) {
            demand = agent.expect(Demand.class);
        }
        assertThat(demand.watching()).isEmpty();
    }

    @Test
    void pagesKnowThatTheirNamesReachTheCamera() {
        TestRelay relay = relay();
        TestViewer viewer = relay.viewer();
        TestCamera front = relay.invite("front");
        viewer.watch("front", front.watchKey());
        assertThat(viewer.expect(Welcome.class).features().has(Features.WATCHING))
                .isTrue();
    }
}
