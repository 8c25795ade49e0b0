package dev.fanlight.relay.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFinderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "see HTTP://EXAMPLE",
                "ftp://x",
                "custom+scheme://thing",
                "www.nowhere",
                "www2.nowhere",
                "example.com",
                "go to Example.COM/path?x=1#y",
                "(example.org)",
                "mail me@example.net now",
                "a.b.c.example.co.uk",
                "bit.ly/abc",
                "münchen.de",
                "пример.рф",
                "例え。jp",
                "example．com",
                "ｅｘａｍｐｌｅ．ｃｏｍ",
                "exam\u200Dple.c\u200Com",
                "xn--e1afmkfd.xn--p1ai",
                "192.168.0.1",
                "javascript:alert(1)",
                "mailto:me",
                "https:\\\\example",
                "line\nexample.com",
                "example.com."
            })
    void linksAreFound(String text) {
        assertThat(LinkFinder.hasLink(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "e.g. this, i.e. that",
                "What?! No... really",
                "3.14 is pi",
                "12.5.2026",
                "version 1.2.3",
                "a.b",
                "file.notatld",
                "node.js",
                "time 12:30",
                "note: this",
                "end.  Next",
                "1.2.3.4.5",
                "www",
                "and/or",
                "C:\\folder",
                "...com",
                "a . com"
            })
    void whatIsNoLinkIsLeftAlone(String text) {
        assertThat(LinkFinder.hasLink(text)).isFalse();
    }
}
