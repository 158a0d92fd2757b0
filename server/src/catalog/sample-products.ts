/** What an empty shop is filled with, so that a first start shows a shop and not a blank page. */
export const sampleProducts = [
  {
    slug: 'turned-oak-bowl',
    name: 'Turned oak bowl',
    description:
      'Turned green from a single piece of oak, then dried slowly so that it moves a little before it reaches you. About 28 cm across and 14 cm deep. Finished with linseed oil: wash by hand, dry at once, oil again when the wood looks thirsty.',
    price: 6800,
    stock: 6,
    category: 'Wood',
    imageAlt: 'A wide oak bowl with an oval grain pattern on its side.',
  },
  {
    slug: 'celadon-bottle-vase',
    name: 'Celadon bottle vase',
    description:
      'Thrown in two parts and joined at the shoulder, 31 cm tall. The grey-green glaze stops a finger above the foot, where you can see the bare clay. Holds water, and looks finished with one branch or with none.',
    price: 9600,
    stock: 1,
    category: 'Ceramics',
    imageAlt: 'A tall grey-green vase with a round body, a narrow neck and a bare clay foot.',
  },
  {
    slug: 'charcoal-wool-throw',
    name: 'Charcoal wool throw',
    description:
      'Woven from undyed dark sheep’s wool, with two mustard bands near each end. 130 by 190 cm, the fringe twisted by hand. Air it outside rather than washing it; if it must be washed, use cold water and little soap.',
    price: 16500,
    stock: 7,
    category: 'Textiles',
    imageAlt:
      'A folded dark grey wool throw with mustard stripes and a short twisted fringe on its left side.',
  },
  {
    slug: 'brass-pencil-sharpener',
    name: 'Brass pencil sharpener',
    description:
      'Milled from a solid bar and heavy for its size, which is why it stays where you put it. Takes pencils up to 8 mm. The blade is held by one screw and two spare blades come with it; the brass darkens with use.',
    price: 1900,
    stock: 85,
    category: 'Metal',
    imageAlt: 'A wedge-shaped brass pencil sharpener with a rust-red pencil in it and a curl of shaving.',
  },
  {
    slug: 'leather-tool-roll',
    name: 'Leather tool roll',
    description:
      'Eight pockets for chisels, gouges or kitchen knives, cut from 2 mm vegetable-tanned hide and closed with a strap. 52 by 30 cm when open. Stitched by hand with waxed linen thread. The tools in the picture are ours and stay here.',
    price: 13800,
    stock: 2,
    category: 'Leather',
    imageAlt: 'A half-opened dark leather tool roll with chisels and a steel rule in its pockets.',
  },
  {
    slug: 'folded-paper-lampshade',
    name: 'Folded paper lampshade',
    description:
      'One sheet of heavy washi-style paper, scored and folded by hand into twenty-four pleats. 42 cm wide, for a pendant fitting and an LED bulb of up to 8 watts. Arrives flat, with a drawing for the last three folds.',
    price: 5400,
    stock: 9,
    category: 'Paper',
    imageAlt: 'A pleated white paper lampshade hanging from a dark cord.',
  },
  {
    slug: 'stoneware-espresso-cup-pair',
    name: 'Stoneware espresso cup pair',
    description:
      'Two small cups without handles, 80 ml each, thick enough to hold while the coffee is hot. One is dipped in cream glaze, one in indigo, and no two dip lines are the same. Fine in the dishwasher.',
    price: 4200,
    stock: 14,
    category: 'Ceramics',
    imageAlt: 'Two small stoneware cups, one dipped in indigo glaze and one in cream, with coffee in one.',
  },
  {
    slug: 'walnut-chopping-board',
    name: 'Walnut chopping board',
    description:
      'A single plank of European walnut, 24 mm thick and 46 cm long with the handle. Rounded edges, a hole and a leather loop to hang it by. Wipe it down, stand it on its edge to dry, and oil it twice a year.',
    price: 8900,
    stock: 3,
    category: 'Wood',
    imageAlt: 'A walnut chopping board with a short handle and a leather hanging loop.',
  },
  {
    slug: 'linen-workshop-apron',
    name: 'Linen workshop apron',
    description:
      'Heavy washed linen, 320 g, cut long enough to kneel in. One divided pocket for a pencil and a rule, and ties that reach round to the front. Machine wash at 40 degrees; it gets softer and never quite loses its creases.',
    price: 7200,
    stock: 18,
    category: 'Textiles',
    imageAlt: 'A natural linen apron with a divided pocket, hanging from a peg by its neck loop.',
  },
  {
    slug: 'dotted-notebook',
    name: 'Dotted notebook',
    description:
      '144 pages of 100 g paper with a faint 5 mm dot grid, sewn in signatures so that it lies flat from the first page. A5, with a cloth-covered board cover and a ribbon. Fountain pens do not bleed through.',
    price: 1450,
    stock: 200,
    category: 'Paper',
    imageAlt:
      'An open notebook with dotted pages, an indigo cover and a mustard ribbon, a red pencil beside it.',
  },
  {
    slug: 'saddle-stitched-field-bag',
    name: 'Saddle-stitched field bag',
    description:
      'A shoulder bag for a laptop of 13 inches, a lunch and a rolled-up jumper. Bridle leather of 3 mm, brass hardware, every seam sewn with two needles and one thread. One person makes it in three days. Feed it with balsam once a year.',
    price: 24000,
    stock: 4,
    category: 'Leather',
    imageAlt: 'A tan leather shoulder bag with a rounded flap, a dark strap and brass buckles.',
  },
  {
    slug: 'brass-chamber-candlestick',
    name: 'Brass chamber candlestick',
    description:
      'A spun dish with a loop for your finger, so that you can carry the light to another room. 14 cm across, for candles of 22 mm; one beeswax candle is included. Pour hot water over it to loosen wax, and leave the patina alone.',
    price: 5200,
    stock: 11,
    category: 'Metal',
    imageAlt: 'A brass candlestick with a round dish and a finger loop, holding an unlit cream candle.',
  },
  {
    slug: 'three-legged-birch-stool',
    name: 'Three-legged birch stool',
    description:
      'Three legs never wobble. The seat is solid birch, 38 cm across, and the legs go right through it, each held by a walnut wedge. 45 cm high, finished with soap. We make eight at a time, twice a year.',
    price: 18500,
    stock: 0,
    category: 'Wood',
    imageAlt: 'A round birch stool on three splayed legs with wedged joints showing in the seat.',
  },
  {
    slug: 'cane-handled-teapot',
    name: 'Teapot with cane handle',
    description:
      'Holds 900 ml, which is four cups or one long afternoon. Stoneware under an iron-red glaze, with a strainer built in behind the spout and a handle bound in split cane. Wash by hand so that the cane stays dry.',
    price: 12400,
    stock: 5,
    category: 'Ceramics',
    imageAlt: 'A round rust-red teapot with a short spout, a lid and a high handle of bound cane.',
  },
  {
    slug: 'indigo-wrapping-cloth',
    name: 'Indigo-dyed wrapping cloth',
    description:
      'A square of cotton, 70 by 70 cm, dipped eight times in a natural indigo vat and stitched with white thread. Wraps a gift, a lunch or a loaf. Wash it alone the first three times, because the blue travels.',
    price: 3200,
    stock: 60,
    category: 'Textiles',
    imageAlt: 'A bundle wrapped in indigo cloth with small white stitches, tied in a knot with two ends.',
  },
  {
    slug: 'leather-card-holder',
    name: 'Card holder for six',
    description:
      'Two slots on the front, two on the back and a space in the middle for folded notes. Vegetable-tanned cowhide of 1.2 mm, edges burnished with beeswax. It starts pale and stiff and is neither after a summer in a pocket.',
    price: 4500,
    stock: 40,
    category: 'Leather',
    imageAlt: 'A tan leather card holder with light stitching and three cards showing at the top.',
  },
  {
    slug: 'forged-garden-trowel',
    name: 'Hand-forged garden trowel',
    description:
      'The blade and neck are forged from one bar of carbon steel, so there is no weld to break. Ash handle, leather thong, 31 cm overall. Wipe off the soil and rub it with an oily rag before winter.',
    price: 4400,
    stock: 22,
    category: 'Metal',
    imageAlt: 'A garden trowel with a pointed steel blade, a turned wooden handle and a leather thong.',
  },
  {
    slug: 'deckle-edged-writing-set',
    name: 'Writing set of deckle-edged paper and lined envelopes',
    description:
      'Twelve sheets and twelve envelopes of cotton paper, pulled by hand from a mould, so that all four edges stay soft and uneven. Sheet size 15 by 21 cm, envelopes lined in rust. Takes ink, pencil and a typewriter ribbon.',
    price: 2800,
    stock: 46,
    category: 'Paper',
    imageAlt: 'An open envelope with a rust lining and a sheet of rough-edged paper sliding out of it.',
  },
  {
    slug: 'spoon-carving-kit',
    name: 'Spoon-carving kit',
    description:
      'A straight knife, a hook knife for the hollow and two split birch blanks, with a leaflet that fits on one page. The blades come sharp and in sheaths. Allow an evening for the first spoon, and a plaster.',
    price: 4800,
    stock: 24,
    category: 'Wood',
    imageAlt: 'A half-carved birch spoon between a straight knife and a hook knife, with curled shavings.',
  },
  {
    slug: 'quilted-oven-glove',
    name: 'Quilted oven glove',
    description:
      'Two layers of cotton canvas around a felted wool core, quilted in diamonds and long enough to cover the wrist. Fits either hand. Wash at 40 degrees and let it dry completely: damp wool lets the heat through.',
    price: 2900,
    stock: 28,
    category: 'Textiles',
    imageAlt: 'A mustard oven glove quilted in diamonds, with a linen cuff and a hanging loop.',
  },
  {
    slug: 'speckled-salt-pig',
    name: 'Speckled salt pig',
    description:
      'A salt jar with its mouth on the side, so that steam stays out and a hand goes in. Speckled stoneware, unglazed inside to keep the salt dry, 15 cm tall. The little oak spoon comes with it.',
    price: 3900,
    stock: 32,
    category: 'Ceramics',
    imageAlt: 'A rounded, speckled salt jar with a wide mouth on its side, salt inside and an oak spoon.',
  },
  {
    slug: 'bridle-leather-belt',
    name: 'Bridle leather belt',
    description:
      'One strip of bridle leather, 35 mm wide and 4 mm thick, with a cast brass buckle you can unscrew and keep. Measure an old belt from the buckle to the hole you use and tell us; we punch five holes around it.',
    price: 7900,
    stock: 15,
    category: 'Leather',
    imageAlt: 'A coiled dark brown leather belt with a row of holes and a brass buckle in front.',
  },
  {
    slug: 'letterpress-wall-calendar',
    name: 'Letterpress wall calendar',
    description:
      'Twelve sheets printed in two colours on a hand press from 1961, on cotton board of 300 g. 30 by 45 cm, held by an oak rail. One print run each autumn, and when it is gone we wash the rollers and start on the next.',
    price: 3400,
    stock: 0,
    category: 'Paper',
    imageAlt: 'A wall calendar on an oak rail, printed with a branch of indigo leaves and rust berries.',
  },
  {
    slug: 'steel-bottle-opener',
    name: 'Steel bottle opener',
    description:
      'Cut from 5 mm stainless bar, bent once and tumbled until the edges are kind to a pocket. 12 cm long, with a hole and a cord for the nail by the fridge. It has one job and no moving parts.',
    price: 1200,
    stock: 120,
    category: 'Metal',
    imageAlt: 'A flat brushed steel bottle opener with a rounded head and a loop of leather cord.',
  },
] as const
