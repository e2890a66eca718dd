// Writes the signed pictures of this folder: `node make.mjs`, as README.md says.
import crypto from "node:crypto";
import fs from "node:fs";
import zlib from "node:zlib";
import { Encoder, Tag } from "cbor-x";
import * as c2pa from "@contentauth/c2pa-wasm";

// The library reads pictures as a browser does, from blobs and at once.
class BytesBlob extends Blob {
  constructor(bytes, type) {
    super([bytes], { type });
    this.bytes = bytes;
  }

  slice(start = 0, end = this.bytes.length) {
    return new BytesBlob(this.bytes.slice(start, end), this.type);
  }
}

globalThis.self = globalThis;
globalThis.FileReaderSync = class {
  readAsArrayBuffer(blob) {
    return blob.bytes.slice().buffer;
  }
};
c2pa.initSync({ module: fs.readFileSync(new URL(import.meta.resolve("@contentauth/c2pa-wasm/c2pa.wasm"))) });

const cbor = new Encoder({ mapsAsObjects: false, useRecords: false, tagUint8Array: false, variableMapSize: true });
const certificate = new Uint8Array(new crypto.X509Certificate(fs.readFileSync("signer.pem")).raw);
const key = crypto.createPrivateKey(fs.readFileSync("signer.key"));
const reserveSize = 900;

// COSE_Sign1 over the claim by ES256, with the certificate, padded to the size that is kept free for it (RFC 9052 4).
const signer = {
  alg: "es256",
  reserveSize,
  async sign(claim) {
    const head = new Uint8Array(cbor.encode(new Map([[1, -7], [33, certificate]])));
    const signed = cbor.encode(["Signature1", head, new Uint8Array(0), new Uint8Array(claim)]);
    const signature = new Uint8Array(crypto.sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" }));
    const message = pad => cbor.encode(new Tag([head, new Map([["pad", new Uint8Array(pad)]]), null, signature], 18));
    let pad = reserveSize - message(0).length;
    while (message(pad).length > reserveSize) pad--;
    return new Uint8Array(message(pad));
  },
};

async function write(name, type, source, manifest, { core = {}, parent } = {}) {
  const settings = {
    core,
    verify: { verify_trust: false, verify_after_sign: false },
    builder: { thumbnail: { enabled: false }, actions: { auto_created_action: { enabled: false } } },
  };
  const context = JSON.stringify(settings);
  const builder = c2pa.WasmBuilder.fromJson(JSON.stringify({ title: "sample", ...manifest }), context);
  if (parent) {
    const ingredient = { title: "first", format: type, relationship: "parentOf", label: "first", instance_id: "first" };
    await builder.addIngredientFromBlob(JSON.stringify(ingredient), type, new BytesBlob(parent, type));
  }

  const bytes = new Uint8Array(await builder.sign(signer, [], type, new BytesBlob(new Uint8Array(source), type)));
  const report = JSON.parse((await c2pa.WasmReader.fromBytes(type, bytes, context)).json());
  console.log(name, report.validation_state);
  fs.writeFileSync(name, name.endsWith(".gz") ? zlib.gzipSync(bytes, { level: 9 }) : bytes);
  return bytes;
}

const digitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
const created = {
  action: "c2pa.created",
  softwareAgent: { name: "sample-image", version: "2.0" },
  digitalSourceType,
};

function claim2(generator, actions, ...others) {
  return {
    claim_version: 2,
    claim_generator_info: [generator],
    assertions: [{ label: "c2pa.actions.v2", created: true, data: { actions } }, ...others],
  };
}

const service = { name: "Sample Image Service", version: "2.2.0" };
const claim = claim2(service, [created, { action: "c2pa.converted" }]);
const claim1 = {
  claim_version: 1,
  claim_generator_info: [service],
  assertions: [
    {
      label: "c2pa.actions",
      data: { actions: [{ action: "c2pa.created", softwareAgent: "sample-image 1.0", digitalSourceType }] },
    },
  ],
};
const edited = claim2({ name: "Sample Editor" }, [
  { action: "c2pa.opened", parameters: { ingredientIds: ["first"] } },
  { action: "c2pa.edited", softwareAgent: { name: "retoucher" } },
]);
const notes = { label: "com.example.notes", data: { notes: "a long note ".repeat(15000) } };

const read = name => fs.readFileSync(name);
await write("created.png", "image/png", read("plain.png"), claim);
await write("compressed.png", "image/png", read("plain.png"), claim, { core: { prefer_compress_manifests: true } });
await write("lossy.webp", "image/webp", read("plain-lossy.webp"), claim);
await write("lossless.webp", "image/webp", read("plain-lossless.webp"), claim);
await write("created.gif", "image/gif", read("plain.gif"), claim);
const first = await write("claim-v1.jpg", "image/jpeg", read("plain.jpg"), claim1);
await write("edited.jpg", "image/jpeg", first, edited, { parent: first });
await write("long.jpg.gz", "image/jpeg", read("plain.jpg"), claim2(service, [created], notes));
