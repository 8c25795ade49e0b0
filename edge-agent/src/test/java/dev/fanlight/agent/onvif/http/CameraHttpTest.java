package dev.fanlight.agent.onvif.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CameraHttpTest {

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    @Test
    void beforeItIsUsedItHasNoThread() {
        Set<Thread> before = threads();
        CameraHttp unused = new CameraHttp();
        Set<Thread> after = threads();
        after.removeAll(before);
        assertThat(unused).isNotNull();
        assertThat(after).extracting(Thread::getName).noneMatch(name -> name.startsWith("HttpClient"));
    }
}
