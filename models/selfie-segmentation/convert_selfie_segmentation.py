#!/usr/bin/env python3
"""Convert MediaPipe's selfie_segmentation.tflite to ONNX, operator by operator.

Needs: tflite numpy onnx onnxruntime pillow, and ai-edge-litert to compare with
Usage: python convert_selfie_segmentation.py selfie_segmentation.tflite OUTPUT_FOLDER

The file lies in the npm package @mediapipe/selfie_segmentation. Activations stay NHWC at the
boundary (as in the original) and NCHW inside; big weights stay float16 behind Cast nodes.
"""
import hashlib, json, os, sys

import numpy as np
import onnx, onnxruntime as ort
import tflite
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

import fp16_weights

PHOTOS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "sample-app", "photos")
OP = {v: k for k, v in vars(tflite.BuiltinOperator).items() if isinstance(v, int)}


class Converter:
    def __init__(self, data):
        self.model = tflite.Model.GetRootAsModel(data, 0)
        self.graph = self.model.Subgraphs(0)
        self.nodes, self.weights = [], {}

    # ---- reading the flatbuffer
    def tensor(self, i):
        return self.graph.Tensors(int(i))

    def name(self, i):
        return self.tensor(i).Name().decode()

    def shape(self, i):
        return [int(d) for d in self.tensor(i).ShapeAsNumpy()]

    def constant(self, i):
        t = self.tensor(i)
        dtype = {tflite.TensorType.FLOAT16: np.float16, tflite.TensorType.FLOAT32: np.float32,
                 tflite.TensorType.INT32: np.int32}[t.Type()]
        buffer = self.model.Buffers(t.Buffer()).DataAsNumpy()
        return np.frombuffer(buffer.tobytes(), dtype).reshape(self.shape(i))

    @staticmethod
    def options(op, cls):
        table, o = op.BuiltinOptions(), cls()
        o.Init(table.Bytes, table.Pos)
        return o

    # ---- writing ONNX
    def emit(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output + "/" + kind, **attributes))
        return output

    def weight(self, name, value):
        self.weights[name] = numpy_helper.from_array(np.ascontiguousarray(value, np.float32), name)
        return name

    def folded(self, i):
        """Value of a weight tensor: a constant, or the float16 constant before its DEQUANTIZE."""
        return self.constant(self.dequantized.get(int(i), i)).astype(np.float32)

    @staticmethod
    def pads(padding, size, kernel, stride):
        """ONNX pads of TFLite's SAME (0) or VALID (1) padding."""
        begin, end = [], []
        for n, k, s in zip(size, kernel, stride):
            total = max((-(-n // s) - 1) * s + k - n, 0) if padding == tflite.Padding.SAME else 0
            begin.append(total // 2); end.append(total - total // 2)
        return begin + end

    def convert(self):
        self.dequantized = {}
        source, target = int(self.graph.Inputs(0)), int(self.graph.Outputs(0))
        at = {source: self.emit("Transpose", [self.name(source)], "nchw_input", perm=[0, 3, 1, 2])}
        for k in range(self.graph.OperatorsLength()):
            op = self.graph.Operators(k)
            code = self.model.OperatorCodes(op.OpcodeIndex())
            kind = OP[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]
            if kind == "CUSTOM":
                kind = code.CustomCode().decode()
            ins, out = [int(i) for i in op.InputsAsNumpy()], int(op.OutputsAsNumpy()[0])
            if kind == "DEQUANTIZE":
                self.dequantized[out] = ins[0]
                continue
            name = self.name(out)
            at[out] = getattr(self, kind)(op, ins, name, at)
            assert self.activation(op, kind) == 0, "fused activation"
        self.emit("Transpose", [at[target]], "nhwc_output", perm=[0, 2, 3, 1])
        self.nodes[-1].output[0] = "segmentation_mask"

        io = lambda n, i: helper.make_tensor_value_info(n, TensorProto.FLOAT, self.shape(i))
        graph = helper.make_graph(self.nodes, "selfie_segmentation", [io(self.name(source), source)],
                                  [io("segmentation_mask", target)], list(self.weights.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8,
                                  producer_name="convert_selfie_segmentation")
        fp16_weights.store_half(model)
        onnx.checker.check_model(model, full_check=True)
        return onnx.shape_inference.infer_shapes(model, strict_mode=True)

    def activation(self, op, kind):
        cls = {"CONV_2D": tflite.Conv2DOptions, "DEPTHWISE_CONV_2D": tflite.DepthwiseConv2DOptions,
               "ADD": tflite.AddOptions, "MUL": tflite.MulOptions, "AVERAGE_POOL_2D": tflite.Pool2DOptions}.get(kind)
        return self.options(op, cls).FusedActivationFunction() if cls else 0

    # ---- operators; each returns the name of its NCHW output
    def CONV_2D(self, op, ins, name, at):
        o, w = self.options(op, tflite.Conv2DOptions), self.folded(ins[1])          # OHWI
        assert o.DilationHFactor() == o.DilationWFactor() == 1
        strides = [o.StrideH(), o.StrideW()]
        return self.emit("Conv", [at[ins[0]], self.weight(name + "/kernel", w.transpose(0, 3, 1, 2)),
                                  self.weight(name + "/bias", self.folded(ins[2]))], name,
                         kernel_shape=list(w.shape[1:3]), strides=strides,
                         pads=self.pads(o.Padding(), self.shape(ins[0])[1:3], w.shape[1:3], strides))

    def DEPTHWISE_CONV_2D(self, op, ins, name, at):
        o, w = self.options(op, tflite.DepthwiseConv2DOptions), self.folded(ins[1])  # 1HWC
        assert o.DepthMultiplier() == o.DilationHFactor() == 1
        strides = [o.StrideH(), o.StrideW()]
        return self.emit("Conv", [at[ins[0]], self.weight(name + "/kernel", w.transpose(3, 0, 1, 2)),
                                  self.weight(name + "/bias", self.folded(ins[2]))], name,
                         group=w.shape[3], kernel_shape=list(w.shape[1:3]), strides=strides,
                         pads=self.pads(o.Padding(), self.shape(ins[0])[1:3], w.shape[1:3], strides))

    def Convolution2DTransposeBias(self, op, ins, name, at):
        padding, *strides = np.frombuffer(op.CustomOptionsAsNumpy().tobytes(), np.int32).tolist()
        w = self.folded(ins[1])                                                      # OHWI
        assert list(w.shape[1:3]) == strides, "kernels do not overlap, so padding is nought"
        return self.emit("ConvTranspose", [at[ins[0]], self.weight(name + "/kernel", w.transpose(3, 0, 1, 2)),
                                           self.weight(name + "/bias", self.folded(ins[2]))], name,
                         kernel_shape=list(w.shape[1:3]), strides=strides)

    def AVERAGE_POOL_2D(self, op, ins, name, at):
        o = self.options(op, tflite.Pool2DOptions)
        kernel, strides = [o.FilterHeight(), o.FilterWidth()], [o.StrideH(), o.StrideW()]
        assert o.Padding() == tflite.Padding.VALID
        return self.emit("AveragePool", [at[ins[0]]], name, kernel_shape=kernel, strides=strides)

    def RESIZE_BILINEAR(self, op, ins, name, at):
        o = self.options(op, tflite.ResizeBilinearOptions)
        assert o.HalfPixelCenters() and not o.AlignCorners()
        old, new = self.shape(ins[0])[1:3], self.constant(ins[1]).tolist()
        scales = self.weight(name + "/scales", np.array([1, 1, new[0] / old[0], new[1] / old[1]]))
        return self.emit("Resize", [at[ins[0]], "", scales], name, mode="linear",
                         coordinate_transformation_mode="half_pixel")

    def ADD(self, op, ins, name, at):
        return self.emit("Add", [at[i] for i in ins], name)

    def MUL(self, op, ins, name, at):
        return self.emit("Mul", [at[i] for i in ins], name)

    def RELU(self, op, ins, name, at):
        return self.emit("Relu", [at[ins[0]]], name)

    def LOGISTIC(self, op, ins, name, at):
        return self.emit("Sigmoid", [at[ins[0]]], name)

    def HARD_SWISH(self, op, ins, name, at):
        return self.emit("HardSwish", [at[ins[0]]], name)


def picture(name):
    """A picture of sample-app/photos as the model wants it: 256x256 bilinear, 0..1, NHWC."""
    img = Image.open(os.path.join(PHOTOS, name)).convert("RGB")
    img = img.resize((256, 256), Image.Resampling.BILINEAR)
    return np.asarray(img, np.float32)[None] / 255


def main(source, out):
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "selfie-segmentation.onnx")
    onnx.save(Converter(open(source, "rb").read()).convert(), path)
    sess = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    run = lambda x: sess.run(None, {"input_1": x})[0]

    from ai_edge_litert.interpreter import Interpreter
    lite = Interpreter(source)
    lite.allocate_tensors()
    inputs = {n: picture(n) for n in ["astronaut.jpg", "chelsea.png", "coffee.jpg"]}
    inputs["noise"] = np.random.default_rng(0).random((1, 256, 256, 3), np.float32)
    for name, x in inputs.items():
        lite.set_tensor(lite.get_input_details()[0]["index"], x)
        lite.invoke()
        want = lite.get_tensor(lite.get_output_details()[0]["index"])
        diff = np.abs(want - run(x))
        print(f"{name}: max |onnx - litert| = {diff.max():.2e}, mean {diff.mean():.2e}, mask mean {want.mean():.5f}")
        assert diff.max() < 1e-2

    mask = run(inputs["astronaut.jpg"])[0, :, :, 0]
    json.dump({"model": "selfie-segmentation.onnx", "sha256": hashlib.sha256(open(path, "rb").read()).hexdigest(),
               "images": "sample-app/photos",
               "note": "Pillow bilinear (antialiased) resize to 256x256, onnxruntime CPU",
               "astronaut.jpg": {"mask_mean": round(float(mask.mean()), 5),
                                 "fraction_above_half": round(float((mask > 0.5).mean()), 5)}},
              open(os.path.join(out, "expected.json"), "w"), indent=1)
    json.dump({"do_resize": True, "size": {"height": 256, "width": 256}, "resample": 2,
               "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": False, "do_convert_rgb": True,
               "input_data_format": "channels_last"},
              open(os.path.join(out, "preprocessor_config.json"), "w"), indent=2)
    print("bytes", os.path.getsize(path), "fraction > 0.5 on astronaut.jpg", (mask > 0.5).mean())


if __name__ == "__main__":
    main(*sys.argv[1:3])
