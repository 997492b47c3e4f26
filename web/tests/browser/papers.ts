/** Documents as people have them, made on the spot: a Word file and a PDF with Korean text. */
import { crc32 } from "node:zlib";
import type { Browser } from "playwright-core";

export const LINES = [
  "결제 플랫폼에서 중복 결제를 0.3%에서 0.01%로 줄였습니다.",
  "정산 파이프라인을 다시 설계해 6시간 걸리던 정산을 40분으로 단축했습니다.",
  "장애 대응 체계를 정비해 평균 복구 시간을 45% 줄였습니다.",
];

export interface Paper {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Returns a PDF as a browser prints it, with its fonts inside. */
export async function aPdf(browser: Browser, name = "이력서.pdf", lines = LINES): Promise<Paper> {
  const page = await browser.newPage();
  await page.setContent(
    `<html lang="ko"><body><h1>김지원</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join("")}</body></html>`,
  );
  const buffer = await page.pdf({ format: "A4" });
  await page.close();
  return { name, mimeType: "application/pdf", buffer };
}

/** Returns the least that is a Word document. */
export function aDocx(name = "자기소개서.docx", lines = LINES): Paper {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`).join("");
  const buffer = zipped({
    "[Content_Types].xml":
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  });
  return {
    name,
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer,
  };
}

/** Returns a zip archive whose files are stored as they are. */
function zipped(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    // What both headers share: version, flags, method, time, date, checksum, sizes, length of the name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004"), shared, name, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    index.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, tail, name);
    offset += 30 + name.length + data.length;
  }
  const entries = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}
