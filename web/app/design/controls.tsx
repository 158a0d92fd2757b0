'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { QuantityField } from '../../components/quantity-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Board, State } from './board.tsx'

export function Controls() {
  return (
    <>
      <Board title="Buttons">
        {(['primary', 'quiet'] as const).map((look) => (
          <div key={look} className="mb-4 flex flex-wrap items-end gap-4">
            <State name={`${look}: rest, hover, press, focus`}>
              <Button look={look}>Place order</Button>
            </State>
            <State name="disabled">
              <Button look={look} disabled>
                Place order
              </Button>
            </State>
            <State name="loading">
              <Button look={look} disabled>
                <span aria-hidden className="spinner" />
                Placing your order
              </Button>
            </State>
            <State name="small">
              <Button look={look} size="small">
                Add to cart
              </Button>
            </State>
            <State name="link">
              <ButtonLink look={look} size="small" href="/design">
                View cart
              </ButtonLink>
            </State>
          </div>
        ))}
        <a href="#content" className="link">
          A link inside text
        </a>
      </Board>
      <Board title="Fields">
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField label="Empty" hint="A hint before anything is wrong." />
          <TextField label="Filled" defaultValue="ada@example.org" />
          <TextField
            label="Wrong"
            defaultValue="ada at"
            error="The @ is missing. An address looks like ada@example.org."
          />
          <TextField label="May stay empty" optional />
          <TextField label="Disabled" defaultValue="ada@example.org" disabled />
          <PasswordField label="Password" defaultValue="not a secret" autoComplete="off" />
          <label className="flex items-center gap-3">
            <input type="checkbox" className="checkbox" defaultChecked /> In stock only
          </label>
        </div>
      </Board>
      <Board title="Quantity">
        <div className="flex flex-wrap items-end gap-4">
          <Quantity name="small" max={9} />
          <Quantity name="at its most" max={1} />
          <Quantity name="disabled" max={9} disabled />
          <Quantity name="medium" max={9} size="medium" />
        </div>
      </Board>
    </>
  )
}

interface QuantityProps {
  name: string
  max: number
  disabled?: boolean
  size?: 'small' | 'medium'
}

function Quantity({ name, ...rest }: QuantityProps) {
  const [value, setValue] = useState(1)
  return (
    <State name={name}>
      <QuantityField label={`Quantity, ${name}`} value={value} onChange={setValue} {...rest} />
    </State>
  )
}
