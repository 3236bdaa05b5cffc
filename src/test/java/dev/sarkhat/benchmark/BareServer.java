package dev.sarkhat.benchmark;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that Vert.x can do to give the application's answers: it looks the address up and
 * writes header fields and bytes that were made beforehand. It is the reference for the
 * application's cache, and runs with the same virtual machine, options and libraries.
 */
final class BareServer {

  private BareServer() {}

  /**
   * Serves.
   *
   * @param arguments the port, the number of event loops, and the files of the answers
   */
  public static void main(String... arguments) throws IOException {
    Map<String, Answer> answers = new HashMap<>();
    for (String file : List.of(arguments).subList(2, arguments.length)) {
      CapturedAnswer captured = CapturedAnswer.read(Path.of(file));
      answers.put(captured.address(), Answer.of(captured));
    }
    int port = Integer.parseInt(arguments[0]);
    int eventLoops = Integer.parseInt(arguments[1]);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops));
    vertx
        .deployVerticle(
            () -> new Listener(port, answers), new DeploymentOptions().setInstances(eventLoops))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }

  private static final class Listener extends AbstractVerticle {

    private final int port;
    private final Map<String, Answer> answers;

    Listener(int port, Map<String, Answer> answers) {
      this.port = port;
      this.answers = answers;
    }

    @Override
    public void start() {
      vertx.createHttpServer().requestHandler(this::serve).listen(port, "127.0.0.1");
    }

    private void serve(HttpServerRequest request) {
      Answer answer = answers.get(request.uri());
      HttpServerResponse response = request.response();
      if (answer == null) {
        response.setStatusCode(404).end();
        return;
      }
      response.setStatusCode(answer.status);
      for (Field field : answer.fields) {
        response.headers().set(field.name, field.value);
      }
      if (answer.body.length() == 0) {
        response.end();
      } else {
        response.end(answer.body);
      }
    }
  }

  private record Field(CharSequence name, CharSequence value) {}

  private record Answer(int status, List<Field> fields, Buffer body) {

    static Answer of(CapturedAnswer captured) {
      List<Field> fields = new ArrayList<>();
      for (String line : captured.fields()) {
        fields.add(
            new Field(
                HttpHeaders.createOptimized(CapturedAnswer.name(line)),
                HttpHeaders.createOptimized(CapturedAnswer.value(line))));
      }
      return new Answer(captured.status(), fields, Buffer.buffer(captured.body()));
    }
  }
}
