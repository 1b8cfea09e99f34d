/** What a drawing may hold: SVG 2 without what moves, runs, links or brings in other documents. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const elements =
  words(`svg g defs symbol use title desc style path rect circle ellipse line polyline polygon
  text tspan textPath image linearGradient radialGradient stop clipPath mask pattern marker filter feBlend
  feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`);

/** Geometry, presentation (SVG 2 §6.6) and what the elements above need; anything else is left out. */
export const attributes =
  words(`id class style lang role tabindex version viewBox preserveAspectRatio width height x y
  x1 x2 y1 y2 cx cy r rx ry fx fy fr d points pathLength transform offset dx dy rotate textLength lengthAdjust
  startOffset method spacing side gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
  patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor bias
  targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle
  kernelUnitLength scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed
  stitchTiles azimuth elevation z pointsAtX pointsAtY pointsAtZ tableValues slope intercept amplitude exponent media
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering
  isolation letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode
  opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
  text-overflow text-rendering transform-box transform-origin unicode-bidi vector-effect visibility white-space
  word-spacing writing-mode xml:space xml:lang`);

/** What drawing programs keep for themselves, and what says who drew it: left out without a word. */
export const namespacesOfEditors =
  /^(?:http:\/\/www\.inkscape\.org\/|http:\/\/(?:inkscape|sodipodi)\.sourceforge\.net\/|http:\/\/(?:web\.resource\.org\/cc\/|creativecommons\.org\/ns#)|http:\/\/purl\.org\/dc\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|(?:https?:\/\/|&)?ns[_.]adobe|http:\/\/ns\.adobe\.com\/|http:\/\/www\.bohemiancoding\.com\/sketch\/|https?:\/\/(?:www\.)?(?:figma|serif|vectornator|boxy-svg|svgjs)\.(?:com|dev|io)\/)/;
