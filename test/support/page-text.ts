import type { Page } from '@playwright/test';

/** A text that the page shows or tells, and where. */
export type PageText = { text: string; where: string };

/** Every visible text node, and every name, hint and placeholder that assistive technology is told. */
export function pageTexts(page: Page): Promise<PageText[]> {
  return page.evaluate(() => {
    const found: PageText[] = [];
    const place = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ')[0] ?? ''}`;
    const isTold = (element: Element): boolean =>
      element.closest('[inert], [aria-hidden="true"], [data-live-announcer], script, style') ===
        null && element.checkVisibility();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (parent !== null && textContent?.trim() && isTold(parent))
        found.push({ text: textContent.trim(), where: place(parent) });
    }
    const attributes = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'aria-placeholder',
      'placeholder',
      'title',
      'alt',
    ];
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of attributes) {
        const text = element.getAttribute(name);
        if (text && isTold(element)) found.push({ text, where: `${place(element)}[${name}]` });
      }
    }
    return found;
  });
}

/**
 * Texts that do not fit: cut off by their box, by an ellipsis that nobody intended or by the window's edge, or in
 * controls that lie on each other. `mayEnd` is a selector of texts that may end in an ellipsis.
 */
export function cutTexts(page: Page, mayEnd: string): Promise<string[]> {
  return page.evaluate((intended) => {
    const found = new Set<string>();
    const isTiny = ({ width, height }: DOMRect): boolean => width <= 2 || height <= 2;
    /** For the ears only: clipped to a point, itself or a box around it. */
    const isUnseen = (element: Element | null): boolean =>
      element !== null &&
      ((isTiny(element.getBoundingClientRect()) &&
        getComputedStyle(element).display !== 'contents') ||
        isUnseen(element.parentElement));
    const shown = (element: Element): boolean =>
      element.closest('[inert], [aria-hidden="true"]') === null &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !isUnseen(element);
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ')[0] ?? ''} “${(element.textContent ?? '').trim().slice(0, 60)}”`;
    const widest = (element: Element): Element =>
      [...element.querySelectorAll('*')].reduce(
        (most, inner) =>
          inner.getBoundingClientRect().right >= most.getBoundingClientRect().right ? inner : most,
        element,
      );
    const own = (element: Element): Text[] =>
      [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );

    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!shown(element)) continue;
      const style = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const isHigh = element.scrollHeight > element.clientHeight + 3 && element.clientHeight > 0;
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const hasText = (element.textContent ?? '').trim() !== '';
      if (isWide && hasText && hides(style.overflowX) && style.clipPath === 'none') {
        if (style.textOverflow !== 'ellipsis' || !element.matches(intended))
          found.add(`cut: ${name(element)}`);
      }
      if (isHigh && own(element).length > 0 && hides(style.overflowY))
        found.add(`cut below: ${name(element)}`);
      if (isWide && (style.overflowX === 'auto' || style.overflowX === 'scroll'))
        found.add(`scrolls sideways: ${name(element)} by ${name(widest(element))}`);
      if (isWide && own(element).length > 0 && style.overflowX === 'visible')
        found.add(`spills: ${name(element)}`);
      for (const text of own(element)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
          if (
            box.width > 1 &&
            (box.right > innerWidth + 1 || box.left < -1) &&
            !hides(style.overflowX)
          )
            found.add(`beyond the edge: ${name(element)}`);
        }
      }
    }
    if (document.documentElement.scrollWidth > innerWidth + 1)
      found.add('the page scrolls sideways');

    const controls = [
      ...document.body.querySelectorAll(
        'button, a[href], input, textarea, [role=tab], [role=option], [role=menuitem]',
      ),
    ].filter((element) => shown(element) && getComputedStyle(element).clipPath === 'none');
    const isOnTop = (element: Element): boolean => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    };
    /** What is seen of it: scrolled boxes cut off the rest. */
    const seen = (element: Element): DOMRect => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue;
        const edge = box.getBoundingClientRect();
        left = Math.max(left, edge.left);
        top = Math.max(top, edge.top);
        right = Math.min(right, edge.right);
        bottom = Math.min(bottom, edge.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const boxes = controls.filter(isOnTop).map((element) => ({ element, box: seen(element) }));
    boxes.forEach(({ element: a, box: first }, place) => {
      for (const { element: b, box: second } of boxes.slice(place + 1)) {
        if (a.contains(b) || b.contains(a)) continue;
        const width = Math.min(first.right, second.right) - Math.max(first.left, second.left);
        const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        if (width > 2 && height > 2) found.add(`overlap: ${name(a)} and ${name(b)}`);
      }
    });
    return [...found];
  }, mayEnd);
}
