package dev.sarkhat.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A configuration gives purgers, or a sentence that says what is wrong with it. */
class PurgersTest {

  @Test
  void noneByDefault() {
    assertEquals(List.of(), targets(Map.of()));
  }

  @Test
  void aServiceAZoneOrEachOfSeveralVarnishes() {
    assertEquals(
        List.of("fastly SU1"),
        targets(
            Map.of("provider", "fastly", "fastly.service-id", "SU1", "fastly.token", "secret")));
    assertEquals(
        List.of("cloudflare z9"),
        targets(
            Map.of(
                "provider", "cloudflare",
                "cloudflare.zone-id", "z9",
                "cloudflare.token", "secret")));
    assertEquals(
        List.of("varnish http://10.0.0.5:6081", "varnish http://10.0.0.6:6081"),
        targets(
            Map.of(
                "provider",
                "varnish",
                "varnish.hosts",
                "http://10.0.0.5:6081,http://10.0.0.6:6081,http://10.0.0.5:6081")));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertRefused(
        "sarkhat.purge.provider is fastly, but sarkhat.purge.fastly.service-id is not set.",
        Map.of("provider", "fastly", "fastly.token", "secret"));
    assertRefused(
        "sarkhat.purge.provider is fastly, but sarkhat.purge.fastly.token is not set.",
        Map.of("provider", "fastly", "fastly.service-id", "SU1"));
    assertRefused(
        "sarkhat.purge.provider is cloudflare, but sarkhat.purge.cloudflare.zone-id is not set.",
        Map.of("provider", "cloudflare", "cloudflare.token", "secret"));
    assertRefused(
        "sarkhat.purge.provider is cloudflare, but sarkhat.purge.cloudflare.token is not set.",
        Map.of("provider", "cloudflare", "cloudflare.zone-id", "z9"));
    assertRefused(
        "sarkhat.purge.provider is varnish, but sarkhat.purge.varnish.hosts is not set.",
        Map.of("provider", "varnish"));
  }

  @Test
  void whatIsNotOfItsFormIsNamedAndNotRepeated() {
    Map<String, String> swapped =
        Map.of("provider", "fastly", "fastly.service-id", "../secret", "fastly.token", "SU1");
    assertRefused(
        "sarkhat.purge.provider is fastly, but sarkhat.purge.fastly.service-id"
            + " is not an id of letters and digits.",
        swapped);
    assertRefused(
        "sarkhat.purge.provider is fastly, but sarkhat.purge.fastly.token"
            + " holds characters that a header field cannot carry.",
        Map.of("provider", "fastly", "fastly.service-id", "SU1", "fastly.token", "two words"));
    for (String host : List.of("10.0.0.5:6081", "ftp://varnish", "http://user:secret@varnish")) {
      assertRefused(
          "sarkhat.purge.provider is varnish, but sarkhat.purge.varnish.hosts"
              + " is not an http or https address of a host.",
          Map.of("provider", "varnish", "varnish.hosts", host));
    }
  }

  @Test
  void theConfigurationDoesNotTellItsSecrets() {
    PurgeConfig config =
        config(Map.of("provider", "fastly", "fastly.service-id", "SU1", "fastly.token", "secret"));
    assertFalse((config.toString() + config.fastly()).contains("secret"));
  }

  private static List<String> targets(Map<String, String> properties) {
    return Purgers.of(config(properties)).stream().map(Purger::target).toList();
  }

  private static void assertRefused(String sentence, Map<String, String> properties) {
    ConfigurationException refused =
        assertThrows(ConfigurationException.class, () -> Purgers.of(config(properties)));
    assertEquals(sentence, refused.getMessage());
    assertFalse(Objects.toString(refused.getMessage()).contains("secret"));
  }

  private static PurgeConfig config(Map<String, String> properties) {
    Map<String, String> prefixed = new HashMap<>();
    properties.forEach((name, value) -> prefixed.put("sarkhat.purge." + name, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(PurgeConfig.class)
        .withSources(new PropertiesConfigSource(prefixed, "test", 100))
        .build()
        .getConfigMapping(PurgeConfig.class);
  }
}
