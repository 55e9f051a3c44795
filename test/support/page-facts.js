// Run inside the browser: what a person with a keyboard, a screen reader or a telephone depends on.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(({ id }) => id);
  const isSeen = (element) => element.checkVisibility({ contentVisibilityAuto: true });
  const nameOf = (element) =>
    `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`;

  const channels = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
    const scale = color.startsWith('color(') ? 1 : 255;
    return { rgb: [red / scale, green / scale, blue / scale], alpha };
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { rgb, alpha } = channels(getComputedStyle(one).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [1, 1, 1];
  };
  const contrastOf = (element) => {
    const style = getComputedStyle(element);
    const text = luminance(channels(element instanceof SVGElement ? style.fill : style.color).rgb);
    const ground = luminance(groundOf(element));
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  };
  const withText = all('body *').filter(
    (element) =>
      isSeen(element) &&
      !element.closest('.timeline .active, svg title, svg desc') &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''),
  );

  return {
    language: document.documentElement.lang,
    title: document.title,
    levels: all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1))),
    landmarks: all('header, nav, main, footer').map(({ tagName }) => tagName.toLowerCase()),
    unlabelled: all('nav, section, svg[role=img], [role=region], article.comment')
      .filter((one) => !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
      .map(nameOf),
    repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
    lostReferences: all('[aria-labelledby]')
      .flatMap((one) => one.getAttribute('aria-labelledby').split(' '))
      .concat(all('a[href^="#"]').map((one) => one.getAttribute('href').slice(1)))
      .filter((id) => !ids.includes(id)),
    tables: all('table').map((table) => ({
      caption: table.caption?.textContent ?? '',
      unscoped: [...table.querySelectorAll('th:not([scope])')].length,
    })),
    charts: all('svg[role=img]').map((svg) =>
      [svg.querySelector('title')?.textContent, svg.querySelector('desc')?.textContent].join(': '),
    ),
    overflow: document.documentElement.scrollWidth - innerWidth,
    reachable: all('a[href], summary, [tabindex="0"]').filter(isSeen).length,
    pale: withText
      .filter((element) => contrastOf(element) < 4.5)
      .map((element) => `${contrastOf(element).toFixed(2)} ${nameOf(element)}`),
  };
})();
