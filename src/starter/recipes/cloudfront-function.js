// EN For CloudFront (Functions, Create function, runtime 2.0), at “Viewer request”: an address that ends in / is its index.html.
// FR Pour CloudFront (Functions, Create function, runtime 2.0), à « Viewer request » : une adresse qui finit par / est son index.html.
function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last === '') request.uri += 'index.html';
  else if (last.indexOf('.') < 0) request.uri += '/index.html';
  return request;
}
