/** Where most of the vendor's portals answer (Ivanti's documentation); main/window/links.ts knows it too. */
export const defaultPortal = 'https://mydevices.mobileiron.com/user/login.html';
