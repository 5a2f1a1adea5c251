// The drawing of the drop zone: a file with a secret in it becomes a sealed key.
import type { ReactElement } from 'react';

/** A scalloped edge like that of a wax seal: `count` arcs around the circle of `radius`. */
function sealEdge(radius: number, count: number): string {
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    return `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  });
  const bulge = (radius * Math.PI) / count;
  return `M${points.join(` A${bulge.toFixed(2)} ${bulge.toFixed(2)} 0 0 1 `)} A${bulge.toFixed(2)} ${bulge.toFixed(2)} 0 0 1 ${points[0] ?? ''}Z`;
}

const SEAL = sealEdge(34, 20);

function Sheet(): ReactElement {
  return (
    <g className="picture-sheet">
      <path className="picture-paper" d="M4 0h40l20 20v64a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Z" />
      <path className="picture-line" d="M44 0v16a4 4 0 0 0 4 4h16" />
      <path className="picture-label" d="M12 20h16M12 40h20M12 60h24" />
      <path className="picture-value" d="M12 28h24M12 48h38" />
      <path className="picture-secret" d="M12 70h40" />
    </g>
  );
}

function Seal(): ReactElement {
  return (
    <g className="picture-seal">
      <path className="picture-wax" d={SEAL} />
      <circle className="picture-ring" r="27" />
      <g className="picture-key" transform="rotate(-45) scale(1.15)">
        <circle cx="-9" r="7.5" />
        <path d="M-1.5 0h17.5M10 0v5.5M16 0v7" />
      </g>
    </g>
  );
}

export function DropPicture(): ReactElement {
  return (
    <svg className="drop-picture" width="228" height="104" viewBox="0 0 228 104" aria-hidden focusable="false">
      <g transform="translate(14 8)">
        <Sheet />
      </g>
      <path className="picture-way" d="M92 52h36" />
      <path className="picture-tip" d="m124 46 6 6-6 6" />
      <g transform="translate(182 52)">
        <Seal />
      </g>
    </svg>
  );
}
