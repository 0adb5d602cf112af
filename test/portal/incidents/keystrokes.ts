/** What the Tab key comes to, in the order of the page; what is folded away or hidden is left out. */
function stops(html: string): string[] {
  const open = html.replace(
    /<details(?![^>]*\sopen)[^>]*>\s*(<summary[\s\S]*?<\/summary>)[\s\S]*?<\/details>/g,
    '$1',
  );
  const found = open.match(/<(?:a\b[^>]*href=|button\b|input\b|select\b|textarea\b|summary\b)[^>]*>/g) ?? [];
  return found.filter((tag) => !/type="hidden"|tabindex="-1"/i.test(tag));
}

/** Keystrokes to follow a link: past what stands above the page with its first link, then Tab to the link and Enter. */
export function keystrokes(html: string, link: string): number {
  const skip = ['Tab', 'Enter'];
  const content = html.slice(html.indexOf('<main'));
  const place = stops(content).findIndex((tag) => tag.includes(link));
  if (place < 0) throw new Error(`No ${link} on the page.`);
  return skip.length + place + 1 + 1;
}
