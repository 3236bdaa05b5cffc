package dev.sarkhat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** nginx, serving the application's answers as files. */
final class Nginx {

  private static final Path DIRECTORY = Path.of("target", "benchmark", "nginx").toAbsolutePath();

  /** The fields that nginx makes itself, of the file. */
  private static final Set<String> OWN =
      Set.of("date", "server", "etag", "last-modified", "content-type", "accept-ranges");

  private Nginx() {}

  /** Whether it is installed here; the super user's directories may not be on the path. */
  static boolean isPresent() {
    return program() != null;
  }

  private static @Nullable String program() {
    return Stream.of(
            "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse(null);
  }

  /** The path at which the answer with this place in the list is served. */
  static String address(int index) {
    return "/" + index;
  }

  /** Starts nginx on some answers. */
  static ServerProcess start(Machine machine, List<CapturedAnswer> answers)
      throws IOException, InterruptedException {
    Path files = Files.createDirectories(DIRECTORY.resolve("files"));
    List<String> locations = new ArrayList<>();
    for (int index = 0; index < answers.size(); index++) {
      Files.write(files.resolve(Integer.toString(index)), answers.get(index).body());
      locations.add(location(address(index), answers.get(index)));
    }
    int port = ServerProcess.freePort();
    Path configuration = DIRECTORY.resolve("nginx.conf");
    Files.writeString(configuration, configuration(port, String.join("\n", locations)));
    return new ServerProcess(
        "nginx",
        port,
        machine.onServerProcessor(
            List.of(
                Objects.requireNonNull(program()),
                "-p",
                DIRECTORY.toString(),
                "-c",
                configuration.toString())),
        Map.of(),
        DIRECTORY.resolve("output.log"));
  }

  private static String configuration(int port, String locations) {
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    return """
        daemon off;
        worker_processes 1;
        pid nginx.pid;
        error_log error.log;
        """
        + user
        + """

        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          tcp_nodelay on;
          keepalive_requests 1000000000;
          open_file_cache max=100;
          client_body_temp_path temporary;
          proxy_temp_path temporary;
          fastcgi_temp_path temporary;
          uwsgi_temp_path temporary;
          scgi_temp_path temporary;
          types { }
          server {
            listen 127.0.0.1:%PORT%;
            root files;
        %LOCATIONS%
          }
        }
        """
            .replace("%PORT%", Integer.toString(port))
            .replace("%LOCATIONS%", locations);
  }

  private static String location(String path, CapturedAnswer answer) {
    StringBuilder text = new StringBuilder("    location = " + path + " {\n");
    for (String line : answer.fields()) {
      String name = CapturedAnswer.name(line);
      if (name.equals("content-type")) {
        text.append("      default_type ").append(quoted(CapturedAnswer.value(line))).append(";\n");
      } else if (!OWN.contains(name)) {
        text.append("      add_header ").append(name).append(' ');
        text.append(quoted(CapturedAnswer.value(line))).append(";\n");
      }
    }
    return text.append("    }").toString();
  }

  /** A dollar sign would begin a variable, and there is no way to write one. */
  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("$", "") + "'";
  }
}
