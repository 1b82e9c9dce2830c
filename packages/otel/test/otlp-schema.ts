import protobuf from 'protobufjs';

// What the tests read of https://github.com/open-telemetry/opentelemetry-proto, with its field numbers.
const SCHEMA = `
  syntax = "proto3";
  message ExportTrace { repeated ResourceSpans resource = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scopes = 2; }
  message ScopeSpans { Scope scope = 1; repeated Span spans = 2; }
  message Span {
    bytes traceId = 1; bytes spanId = 2; bytes parentSpanId = 4; string name = 5; int32 kind = 6;
    fixed64 start = 7; fixed64 end = 8; repeated KeyValue attributes = 9; repeated Event events = 11; Status status = 15;
  }
  message Event { fixed64 time = 1; string name = 2; repeated KeyValue attributes = 3; }
  message Status { string message = 2; int32 code = 3; }

  message ExportMetrics { repeated ResourceMetrics resource = 1; }
  message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scopes = 2; }
  message ScopeMetrics { Scope scope = 1; repeated Metric metrics = 2; }
  message Metric { string name = 1; string unit = 3; Sum sum = 7; Histogram histogram = 9; }
  message Sum { repeated NumberPoint points = 1; bool monotonic = 3; }
  message NumberPoint { double asDouble = 4; sfixed64 asInt = 6; repeated KeyValue attributes = 7; }
  message Histogram { repeated HistogramPoint points = 1; }
  message HistogramPoint {
    fixed64 count = 4; double sum = 5; repeated fixed64 counts = 6; repeated double bounds = 7; repeated KeyValue attributes = 9;
  }

  message ExportLogs { repeated ResourceLogs resource = 1; }
  message ResourceLogs { Resource resource = 1; repeated ScopeLogs scopes = 2; }
  message ScopeLogs { Scope scope = 1; repeated LogRecord records = 2; }
  message LogRecord {
    fixed64 time = 1; int32 severityNumber = 2; string severityText = 3; repeated KeyValue attributes = 6;
    bytes traceId = 9; bytes spanId = 10; string eventName = 12;
  }

  message Resource { repeated KeyValue attributes = 1; }
  message Scope { string name = 1; string version = 2; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue {
    oneof value { string string = 1; bool bool = 2; int64 int = 3; double double = 4; ArrayValue array = 5; }
  }
  message ArrayValue { repeated AnyValue values = 1; }
`;

const { root } = protobuf.parse(SCHEMA, { keepCase: true });

/** A decoded message: plain objects, bytes in hexadecimal, 64-bit numbers as text, attributes as a record. */
export type Decoded = Record<string, unknown>;

/** The scopes of a request of `ExportTrace`, `ExportMetrics` or `ExportLogs`. */
export function decodeScopes(message: string, body: Uint8Array): Decoded[] {
  const type = root.lookupType(message);
  const decoded = type.toObject(type.decode(body), { longs: String, arrays: true }) as { resource: Decoded[] };
  return decoded.resource.flatMap(({ scopes }) => plain(scopes) as Decoded[]);
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'attributes' ? record(part as KeyValue[]) : plain(part)]),
  );
}

interface KeyValue {
  readonly key: string;
  readonly value: AnyValue;
}
interface AnyValue {
  readonly array?: { readonly values: AnyValue[] };
  readonly int?: string;
  readonly [kind: string]: unknown;
}

function record(attributes: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, attributeValue(value)]));
}

function attributeValue(value: AnyValue): unknown {
  if (value.array !== undefined) return value.array.values.map(attributeValue);
  if (value.int !== undefined) return Number(value.int);
  return Object.values(value)[0];
}
