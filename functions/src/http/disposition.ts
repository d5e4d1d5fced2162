/** What encodeURIComponent leaves and a parameter may not hold (RFC 5987, attr-char). */
const reserved = /['()*]/g;

/** The header by which a browser keeps a file under any name, and never shows it as a page. */
export const asDownload = (name: string): string => {
  const encoded = encodeURIComponent(name).replace(
    reserved,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
};
