package org.shilpi.djl.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilpi.basemodel.Tensor;
import org.shilpi.basemodel.TensorType;
import org.shilpi.job.Problem;

/// A network as an ONNX file: `input_ids` and `attention_mask`, `[texts, tokens]`, 64-bit integers,
/// the mask 1 where there is a token, else 0; `logits`, label scores, `[texts, labels]`, or
/// `[texts, tokens, tags]` where tokens are tagged.
public final class OnnxFile {
  /// No protobuf message is larger.
  private static final long MOST = Integer.MAX_VALUE;

  private static final long FORMAT = 8;
  private static final long OPERATORS = 17;

  // ModelProto, GraphProto and their parts: onnx/onnx.proto.
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int RAW_DATA = 9;

  private OnnxFile() {}

  /// @param programs texts of programs
  /// @param method which of their methods answers, such as `classify`
  /// @param weights fp32, by plain name
  /// @param numbers what the programs must know of the configuration
  /// @throws Problem if the file would be more than 2 GiB
  public static void write(
      OutputStream out,
      String programs,
      String method,
      Map<String, Tensor> weights,
      Map<String, Double> numbers)
      throws IOException {
    Graph graph = new Graph(weights);
    Node ids = new Node("input_ids", Kind.LONG, 2);
    Node mask = new Node("attention_mask", Kind.LONG, 2);
    Node types = new Arithmetic(graph).combined("Mul", Kind.LONG, Kind.LONG, ids, 0L);
    Node answer =
        (Node)
            new Tracer(new Script(programs), graph)
                .run(
                    method, List.of(new Tracer.Weights(), numbers, ids, types, mask, (Object) 0.0));
    write(out, graph, List.of(ids, mask), answer);
  }

  private static void write(OutputStream out, Graph graph, List<Node> inputs, Node answer)
      throws IOException {
    Node named = new Node("logits", answer.kind(), answer.rank());
    Message body = new Message().text(2, "shilpi");
    graph.steps().forEach((step, number) -> body.message(1, step(step, number)));
    body.message(1, new Message().text(1, answer.name()).text(2, named.name()).text(4, "Identity"));
    inputs.forEach(input -> body.message(11, value(input, List.of("texts", "tokens"))));
    List<String> sizes =
        named.rank() == 3 ? List.of("texts", "tokens", "tags") : List.of("texts", "labels");
    body.message(12, value(named, sizes));
    List<Message> heads = new ArrayList<>();
    List<Tensor> tensors = new ArrayList<>();
    long length = body.toBytes().length;
    for (Map.Entry<String, Tensor> constant : graph.constants().entrySet()) {
      Message head = initializer(constant.getKey(), constant.getValue());
      heads.add(head);
      tensors.add(constant.getValue());
      length += head.toBytes().length + constant.getValue().bytes();
    }
    if (length > MOST) {
      throw Problem.of("problem.export.onnx-size");
    }
    Message model =
        new Message()
            .number(1, FORMAT)
            .text(2, "shilpi")
            .message(8, new Message().text(1, "").number(2, OPERATORS))
            .begin(GRAPH, length);
    out.write(model.toBytes());
    out.write(body.toBytes());
    for (int i = 0; i < heads.size(); i++) {
      out.write(heads.get(i).toBytes());
      tensors.get(i).writeTo(Channels.newChannel(out));
    }
  }

  /// A NodeProto.
  private static Message step(Graph.Step step, int number) {
    Message message = new Message();
    step.inputs().forEach(input -> message.text(1, input));
    for (int at = 0; at < step.outputs(); at++) {
      message.text(2, step.output(number, at));
    }
    // ONNX Runtime names steps of its own after these, and wants them to differ.
    message.text(3, "step " + number).text(4, step.operator());
    step.attributes().forEach((name, value) -> message.message(5, attribute(name, value)));
    return message;
  }

  /// An AttributeProto.
  private static Message attribute(String name, Object value) {
    Message message = new Message().text(1, name);
    return switch (value) {
      case Long number -> message.number(3, number).number(20, 2);
      case Double real -> message.real(2, real.floatValue()).number(20, 1);
      case List<?> numbers -> {
        numbers.forEach(number -> message.number(8, (Long) number));
        yield message.number(20, 7);
      }
      default -> throw new IllegalArgumentException(name + " = " + value);
    };
  }

  /// A ValueInfoProto.
  private static Message value(Node node, List<String> sizes) {
    Message shape = new Message();
    sizes.forEach(size -> shape.message(1, new Message().text(2, size)));
    Message tensor = new Message().number(1, node.kind().onnx()).message(2, shape);
    return new Message().text(1, node.name()).message(2, new Message().message(1, tensor));
  }

  /// A TensorProto up to its values, with what stands before it in the graph.
  private static Message initializer(String name, Tensor tensor) {
    Kind kind = tensor.type() == TensorType.F32 ? Kind.FLOAT : Kind.LONG;
    Message head = new Message();
    tensor.shape().forEach(size -> head.number(1, size));
    head.number(2, kind.onnx()).text(8, name).begin(RAW_DATA, tensor.bytes());
    byte[] content = head.toBytes();
    return new Message().begin(INITIALIZER, content.length + tensor.bytes()).raw(content);
  }
}
