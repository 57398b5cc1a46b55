/** Style sheets are bundled; importing one puts it on the page. */
declare module '*.css';
