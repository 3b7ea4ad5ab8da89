// Filters that the server refuses (a date that is none) have their messages beside the fields, outside the part that htmx
// exchanges: the whole page is shown.
export function showRefusedFilters() {
  document.addEventListener('htmx:responseError', ({ detail }) => {
    if (detail.xhr.status === 422 && detail.requestConfig.verb === 'get') location.assign(detail.pathInfo.finalRequestPath);
  });
}
