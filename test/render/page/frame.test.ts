import { describe, expect, it } from 'vitest';
import { type Page, renderPage } from '../../../src/render/page/frame.ts';
import { pageStyle } from '../../../src/render/page/style.ts';

const plain: Page = { title: 'Week <49>', heading: 'Focus & drift', main: '<p>Told.</p>' };

describe('the frame of a page', () => {
  it('is whole without anything that may be left out', () => {
    expect(renderPage(plain).replace(pageStyle, '')).toBe(
      `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Week &#60;49&#62;</title>
<style></style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="masthead">
<div class="inside">
<p class="brand"><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M1 2h18v3l-6.5 4v2l6.5 4v3H1v-3l6.5-4V9L1 5z"/></svg> Chokepoint</p>
<h1>Focus &#38; drift</h1>

</div>
</header>

<main id="content" class="inside">
<p>Told.</p>
</main>

</body>
</html>
`,
    );
  });

  it('has a place for owner, lead, navigation, last lines and more style', () => {
    const given = {
      owner: 'acme & co',
      lead: '<p>Lead.</p>',
      navigation: '<nav>Way.</nav>',
      colophon: '<p>Last.</p>',
      style: 'p { color: red; }',
    };
    const page = renderPage({ ...plain, ...given });
    expect(page).toContain('</svg> Chokepoint · acme &#38; co</p>');
    expect(page).toContain('<h1>Focus &#38; drift</h1>\n<p>Lead.</p>\n</div>');
    expect(page).toContain('</header>\n<nav>Way.</nav>\n<main id="content" class="inside">');
    expect(page).toContain(
      '</main>\n<footer class="colophon"><div class="inside"><p>Last.</p></div></footer>\n</body>',
    );
    expect(page).toContain(`<style>${pageStyle}p { color: red; }</style>`);
  });
});
